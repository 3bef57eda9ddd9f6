package kr.dure.core.policy;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Grants of policy money, one by one and in batches. */
public final class PolicyFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(PolicyEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        var batches = assembly.aggregate(GrantBatch.class, "grants", GrantBatch::new);
        assembly.handler(new Grants(assembly.repository(Wallet.class), batches));
    }
}
