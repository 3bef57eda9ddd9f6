package kr.dure.ops.reference;

/** One charge of a wallet. */
final class ReferenceCharge {
    final String id;
    final ReferenceTime at;
    final ReferenceWallet wallet;
    final long amount;
    final long paid;
    final ReferenceIncentive incentive;
    final long fundPart;
    ReferencePot pot;
    boolean cancelled;

    /** The wallet's PURCHASED money right after this charge. */
    long purchasedLeftAfter;

    /** What the wallet had ever spent of PURCHASED money at this charge. */
    long purchasedSpentBefore;

    ReferenceCharge(
            String id,
            ReferenceTime at,
            ReferenceWallet wallet,
            long amount,
            long paid,
            ReferenceIncentive incentive,
            long fundPart) {
        this.id = id;
        this.at = at;
        this.wallet = wallet;
        this.amount = amount;
        this.paid = paid;
        this.incentive = incentive;
        this.fundPart = fundPart;
    }
}
