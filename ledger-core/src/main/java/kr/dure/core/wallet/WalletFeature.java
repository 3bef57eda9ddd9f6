package kr.dure.core.wallet;

import java.util.List;
import kr.dure.core.genesis.Ledger;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Upcaster;

/** Wallets, and what finds or spans them. */
public final class WalletFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(WalletEvent.class);
    }

    /** A payment of revision 1 has no reference, and says nothing of it. */
    @Override
    public List<Upcaster> upcasters() {
        return List.of(new Upcaster("wallet.MerchantPaid", 1, payment -> payment));
    }

    @Override
    public void join(Assembly assembly) {
        var wallets = assembly.aggregate(Wallet.class, "wallet", Wallet::new);
        assembly.handler(new Charges(wallets));
        assembly.handler(new Holds(wallets));
        assembly.handler(new Refunds(wallets));
        assembly.handler(new Gifts(wallets));
        assembly.handler(new Expiry(wallets, assembly.repository(Ledger.class)));
    }
}
