package kr.dure.core.programme;

import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;

/** What happened to a programme. */
public sealed interface ProgrammeEvent extends LedgerEvent {
    ProgrammeId programme();

    @EventType("programme.ProgrammeOpened")
    record ProgrammeOpened(ProgrammeId programme, Terms terms) implements ProgrammeEvent {}
}
