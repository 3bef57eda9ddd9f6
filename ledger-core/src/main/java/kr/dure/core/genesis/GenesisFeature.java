package kr.dure.core.genesis;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** The ledger's own stream. */
public final class GenesisFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(GenesisEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.aggregate(Ledger.class, "ledger", Ledger::new);
        assembly.book(Charter.class, Charter::new, List.of());
    }
}
