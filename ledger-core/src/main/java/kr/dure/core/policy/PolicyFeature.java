package kr.dure.core.policy;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Grants of policy money, which the wallets' own events record. */
public final class PolicyFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of();
    }

    @Override
    public void join(Assembly assembly) {
        assembly.handler(new Grants(assembly.repository(Wallet.class)));
    }
}
