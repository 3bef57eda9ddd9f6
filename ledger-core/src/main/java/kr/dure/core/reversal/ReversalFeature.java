package kr.dure.core.reversal;

import java.util.List;
import kr.dure.core.genesis.Ledger;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** Operations that must not be done any more. */
public final class ReversalFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(ReversalEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.handler(new Reversals(assembly.repository(Ledger.class)));
    }
}
