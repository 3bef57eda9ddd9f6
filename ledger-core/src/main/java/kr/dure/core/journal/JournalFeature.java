package kr.dure.core.journal;

import java.util.List;
import kr.dure.core.account.Balances;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** The running balances of shared accounts. */
public final class JournalFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of();
    }

    @Override
    public void join(Assembly assembly) {
        assembly.book(RunningBalances.class, RunningBalances::new, List.of(Balances.class));
    }
}
