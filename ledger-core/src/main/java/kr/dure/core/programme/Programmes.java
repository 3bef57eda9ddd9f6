package kr.dure.core.programme;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import org.jspecify.annotations.Nullable;

/** The terms of all programmes, in memory. */
public final class Programmes implements RunningBook {
    private Map<ProgrammeId, Terms> programmes = new HashMap<>();

    public @Nullable Terms find(ProgrammeId programme) {
        return programmes.get(programme);
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        if (event instanceof ProgrammeOpened(var programme, var terms)) {
            programmes.put(programme, terms);
        }
    }
}
