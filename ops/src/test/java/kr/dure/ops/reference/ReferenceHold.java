package kr.dure.ops.reference;

import java.util.List;

/** Money of a wallet that waits for a merchant. */
final class ReferenceHold {
    enum State {
        OPEN,
        CAPTURED,
        VOIDED,
        LAPSED
    }

    final ReferenceTime at;
    final ReferenceWallet wallet;
    final ReferenceMerchant merchant;
    final long amount;
    final List<ReferencePot.Part> parts;
    State state = State.OPEN;

    ReferenceHold(
            ReferenceTime at,
            ReferenceWallet wallet,
            ReferenceMerchant merchant,
            long amount,
            List<ReferencePot.Part> parts) {
        this.at = at;
        this.wallet = wallet;
        this.merchant = merchant;
        this.amount = amount;
        this.parts = parts;
    }
}
