package kr.dure.api.live;

import kr.dure.core.id.MerchantId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;

/** What somebody listens to. */
sealed interface Topic {
    /** The stream of whom it concerns. */
    StreamId id();

    record OfWallet(WalletId id) implements Topic {}

    record OfShop(MerchantId id) implements Topic {}
}
