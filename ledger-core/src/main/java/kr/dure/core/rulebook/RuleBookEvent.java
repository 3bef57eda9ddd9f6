package kr.dure.core.rulebook;

import java.time.LocalDate;
import kr.dure.core.id.StaffId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;

/** What happened to the rule book. */
public sealed interface RuleBookEvent extends LedgerEvent {
    /** @param version one more than the version before */
    @EventType("rulebook.VersionAdopted")
    record VersionAdopted(int version, LocalDate from, RuleChanges changes, StaffId proposedBy, StaffId approvedBy)
            implements RuleBookEvent {}
}
