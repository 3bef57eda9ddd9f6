package kr.dure.core.fund;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Donations and disbursements, which the wallets' own events record. */
public final class FundFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of();
    }

    @Override
    public void join(Assembly assembly) {
        assembly.book(FundAccounts.class, FundAccounts::new, List.of());
        assembly.handler(new Fund(assembly.repository(Wallet.class)));
    }
}
