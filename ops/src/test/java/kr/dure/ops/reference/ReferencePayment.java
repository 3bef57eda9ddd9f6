package kr.dure.ops.reference;

import java.util.ArrayList;
import java.util.List;

/** One payment, be it made at once or by a capture, and what was refunded of it. */
final class ReferencePayment {
    /** What one pot gave, and how much of that is restored. */
    static final class Part {
        final ReferencePot pot;
        final long gave;
        long givenBack;

        Part(ReferencePot pot, long gave) {
            this.pot = pot;
            this.gave = gave;
        }

        /** Whether it earns cashback on a day on which payments do. */
        boolean isCashbackBase() {
            return pot.kind == ReferencePot.Kind.PURCHASED && pot.charge.incentive.total == 0;
        }
    }

    final String id;
    final ReferenceTime at;
    final ReferenceWallet wallet;
    final ReferenceMerchant merchant;
    final long amount;
    final long contribution;
    long contributionBack;
    long refunded;

    /** In the order in which the pots were used. */
    final List<Part> parts = new ArrayList<>();

    /** The cashback. Where the payment earned none, all of it is zero and there is no pot. */
    long cashbackBase;

    ReferenceIncentive incentive;
    long residentPart;
    long residentBack;
    long fundPart;
    long fundBack;
    ReferencePot cashbackPot;

    ReferencePayment(
            String id,
            ReferenceTime at,
            ReferenceWallet wallet,
            ReferenceMerchant merchant,
            long amount,
            long contribution) {
        this.id = id;
        this.at = at;
        this.wallet = wallet;
        this.merchant = merchant;
        this.amount = amount;
        this.contribution = contribution;
        this.incentive = new ReferenceIncentive(id, 0);
    }
}
