package kr.dure.settlement;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.settlement.SettlementEvent;

/** Batches, and what they took out of a merchant's monthly cap. */
public final class SettlementFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(SettlementEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.book(MonthlyCashOuts.class, MonthlyCashOuts::new, List.of());
        assembly.aggregate(Batch.class, "batch", Batch::new);
    }
}
