package kr.dure.core.merchant;

import java.util.List;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;

/** Merchants and their directory. */
public final class MerchantFeature implements Feature {
    @Override
    public List<Class<? extends LedgerEvent>> events() {
        return List.of(MerchantEvent.class);
    }

    @Override
    public void join(Assembly assembly) {
        assembly.book(Merchants.class, Merchants::new, List.of());
        assembly.aggregate(Merchant.class, "merchant", Merchant::new);
    }
}
