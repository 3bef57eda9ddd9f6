package kr.dure.core.programme;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** Programmes and their terms. */
public final class ProgrammeFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(ProgrammeEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.aggregate(Programme.class, "programme", Programme::new);
        assembly.book(Programmes.class, Programmes::new, List.of());
    }
}
