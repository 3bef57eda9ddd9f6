package kr.dure.api.approval;

import java.time.Instant;
import java.util.Optional;
import kr.dure.api.access.Caller;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes; its content stands beside it.
 *
 * @param id the operation id of the request that proposed it
 * @param digest SHA-256 of its kind and content, in 64 lower-case hexadecimal digits
 * @param refusal why the ledger refused the latest attempt
 * @param decision none while it is open
 */
public record Proposal(
        OperationId id,
        String kind,
        String digest,
        Caller proposedBy,
        Instant proposedAt,
        State state,
        @Nullable String refusal,
        @Nullable Decision decision) {

    /**
     * How it ended.
     *
     * @param request the operation id of the request that ended it
     * @param rule by which it was rejected, of kinds that have such rules
     * @param outcome what came of it in the ledger; of an approval only
     */
    public record Decision(
            OperationId request,
            Caller by,
            Instant at,
            @Nullable String rule,
            @Nullable String reason,
            @Nullable Outcome outcome) {}

    /** @param position of the operation's first event in the log */
    public record Outcome(OperationId operation, long position) {}

    /** As it was answered to whoever proposed it. */
    public Proposal first() {
        return new Proposal(id, kind, digest, proposedBy, proposedAt, State.PROPOSED, null, null);
    }

    /** As it would be. */
    Proposal ended(State end, Decision how) {
        return new Proposal(id, kind, digest, proposedBy, proposedAt, end, null, how);
    }

    public boolean isOpen() {
        return state == State.PROPOSED;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(decision).map(Decision::outcome);
    }

    public StaffId proposer() {
        return new StaffId(proposedBy.name());
    }

    /** One person may act in several roles. */
    boolean isBy(Caller caller) {
        return proposedBy.name().equals(caller.name());
    }

    /** Staff see all, everybody else their own. */
    public boolean isSeenBy(Caller caller) {
        return isStaff(caller) || proposedBy.equals(caller);
    }

    static boolean isStaff(Caller caller) {
        return switch (caller.role()) {
            case OFFICER, MANAGER, AUDITOR, OPERATOR -> true;
            case RESIDENT, MERCHANT, CLERK -> false;
        };
    }
}
