package kr.dure.core.reversal;

import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;

/** What became of an operation that was to be undone. */
public sealed interface ReversalEvent extends LedgerEvent {
    /** It had not been done, and will not be done. */
    @EventType("reversal.OperationForbidden")
    record OperationForbidden(OperationId operation) implements ReversalEvent {}
}
