package kr.dure.core.merchant;

import java.util.List;
import kr.dure.core.id.Dong;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.money.Won;

/** What can be asked of a merchant. */
public sealed interface MerchantCommand extends Command {
    MerchantId merchant();

    @Override
    default List<MerchantId> streams() {
        return List.of(merchant());
    }

    /**
     * Registers a merchant. Refused, in this order: {@code merchant-exists}, {@code out-of-district},
     * {@code excluded-trade}.
     *
     * @param annualSales in won
     * @param owners the wallets that may not pay at this merchant
     */
    record RegisterMerchant(
            MerchantId merchant, Dong dong, String trade, Won annualSales, boolean inDistrict, List<WalletId> owners)
            implements MerchantCommand {}

    /** Refused: {@code merchant-unknown}. */
    record SuspendMerchant(MerchantId merchant) implements MerchantCommand {}

    /** Refused: {@code merchant-unknown}. */
    record ReinstateMerchant(MerchantId merchant) implements MerchantCommand {}
}
