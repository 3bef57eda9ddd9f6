package kr.dure.core.merchant;

import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.Refusal;

/** Why a merchant is told no. */
public sealed interface MerchantRefusal extends Refusal {
    record MerchantExists(MerchantId merchant) implements MerchantRefusal {}

    record MerchantUnknown(MerchantId merchant) implements MerchantRefusal {}

    /** Act 7(1): the currency is for merchants of the district. */
    record OutOfDistrict(MerchantId merchant) implements MerchantRefusal {}

    /** Act 7(2)1: gambling, adult entertainment, large retail. */
    record ExcludedTrade(MerchantId merchant, String trade) implements MerchantRefusal {}
}
