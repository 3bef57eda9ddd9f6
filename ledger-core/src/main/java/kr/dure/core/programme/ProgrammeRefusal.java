package kr.dure.core.programme;

import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Won;

/** Why a programme says no. */
public sealed interface ProgrammeRefusal extends Refusal {
    record ProgrammeExists(ProgrammeId programme) implements ProgrammeRefusal {}

    record ProgrammeUnknown(ProgrammeId programme) implements ProgrammeRefusal {}

    /** Act 13 and Labour Standards Act 43(1): wages are paid in money. */
    record WageNotAllowed(ProgrammeId programme) implements ProgrammeRefusal {}

    /** The programme is not of the kind that pays for this. */
    record WrongKind(ProgrammeId programme, ProgrammeKind kind) implements ProgrammeRefusal {}

    record BudgetExhausted(ProgrammeId programme, Won left, Won wanted) implements ProgrammeRefusal {}
}
