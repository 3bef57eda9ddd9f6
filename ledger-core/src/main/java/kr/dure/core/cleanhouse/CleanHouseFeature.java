package kr.dure.core.cleanhouse;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Points by weight, and what they buy. */
public final class CleanHouseFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(CleanHouseEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        var wallets = assembly.repository(Wallet.class);
        var points = assembly.aggregate(PointAccount.class, "points", PointAccount::new);
        assembly.handler(new Deposits(wallets, points));
        assembly.handler(new PointSpending(wallets, points));
    }
}
