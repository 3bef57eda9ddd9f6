package kr.dure.core.timebank;

import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;

/** A wallet as a member of the time bank, a stream of its own. */
public record MemberId(WalletId wallet) implements StreamId {
    @Override
    public String value() {
        return wallet.value();
    }

    @Override
    public String toString() {
        return "member/" + wallet.value();
    }
}
