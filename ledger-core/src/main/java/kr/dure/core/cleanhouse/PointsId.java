package kr.dure.core.cleanhouse;

import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;

/** The points of a wallet, a stream of their own. */
public record PointsId(WalletId wallet) implements StreamId {
    @Override
    public String value() {
        return wallet.value();
    }

    @Override
    public String toString() {
        return "points/" + wallet.value();
    }
}
