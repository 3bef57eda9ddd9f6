package kr.dure.core.policy;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;

/** What happened in policy programmes; what each wallet was granted stands in the wallets' own events. */
public sealed interface PolicyEvent extends LedgerEvent {
    /** A batch of {@code items} was granted, {@code total} in all. */
    @EventType("policy.GrantsApproved")
    record GrantsApproved(
            OperationId grants, ProgrammeId programme, StaffId submittedBy, StaffId approvedBy, int items, Won total)
            implements PolicyEvent {}
}
