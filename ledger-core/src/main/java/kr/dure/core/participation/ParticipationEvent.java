package kr.dure.core.participation;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;

/** What happened in participation programmes; what each resident was paid stands in the wallets' own events. */
public sealed interface ParticipationEvent extends LedgerEvent {
    /** A batch of {@code items} was paid, {@code total} in all. */
    @EventType("participation.PayoutApproved")
    record PayoutApproved(
            OperationId payout, ProgrammeId programme, StaffId submittedBy, StaffId approvedBy, int items, Won total)
            implements ParticipationEvent {}
}
