package kr.dure.core.programme;

import java.util.List;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Command;

/** What can be asked of a programme. */
public sealed interface ProgrammeCommand extends Command {
    ProgrammeId programme();

    @Override
    default List<ProgrammeId> streams() {
        return List.of(programme());
    }

    /** Opens a programme. Refused, in this order: {@code programme-exists}, {@code wage-not-allowed}. */
    record OpenProgramme(ProgrammeId programme, Terms terms) implements ProgrammeCommand {}
}
