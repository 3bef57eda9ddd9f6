package kr.dure.core.merchant;

import java.util.List;
import kr.dure.core.id.Dong;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.WalletId;

/** What a payment needs to know of a merchant. */
public record MerchantProfile(
        MerchantId merchant, Dong dong, boolean policyOnly, List<WalletId> owners, boolean suspended) {
    MerchantProfile suspended(boolean now) {
        return new MerchantProfile(merchant, dong, policyOnly, owners, now);
    }
}
