package kr.dure.core.funding;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.wallet.Wallet;

/** Charges on order, and the money that pays for them. */
public final class FundingFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(FundingEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        var wallets = assembly.repository(Wallet.class);
        var orders = assembly.aggregate(ChargeOrder.class, "charge", ChargeOrder::new);
        var deposits = assembly.aggregate(Deposit.class, "deposit", Deposit::new);
        assembly.handler(new ChargeOrders(orders, wallets));
        assembly.handler(new Deposits(deposits, wallets));
    }
}
