package kr.dure.api.approval;

import kr.dure.api.access.Caller;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * One approval of a proposal, on its way through the ledger.
 *
 * @param request the operation id of the approving request
 * @param digest keyed digest of that request's content
 * @param number of the proposal's attempts, from 1
 * @param refusal of one that was refused
 */
record Attempt(
        OperationId request,
        byte[] digest,
        OperationId proposal,
        int number,
        Caller by,
        End end,
        @Nullable String refusal) {

    /** How far it came. */
    enum End {
        /** Nobody knows yet. */
        OPEN,
        ACCEPTED,
        REFUSED,
        /** Somebody else acted first, and its operation can never happen. */
        OVERTAKEN
    }
}
