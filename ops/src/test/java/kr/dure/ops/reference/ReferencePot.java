package kr.dure.ops.reference;

import java.time.LocalDate;
import java.util.Comparator;

/** Some money of one kind in one wallet, with one date up to and on which it can be used. */
final class ReferencePot {
    /** The kinds, in spend order. */
    enum Kind {
        POLICY,
        CASHBACK,
        EARNED,
        PROJECT,
        GIFT,
        PURCHASED
    }

    /** Some of the money of one pot. */
    record Part(ReferencePot pot, long amount) {}

    static final Comparator<ReferencePot> SPEND_ORDER = Comparator.comparing((ReferencePot pot) -> pot.expiresOn)
            .thenComparing(pot -> pot.kind)
            .thenComparingLong(pot -> pot.number);

    /** Pots are numbered as they are created. */
    final long number;

    final ReferenceWallet wallet;
    final Kind kind;
    final LocalDate expiresOn;

    /** A renewed pot got its date from a refund that came after the date of another pot; it gets no further one. */
    final boolean renewed;

    /** The charge of a PURCHASED pot; null for the others. */
    final ReferenceCharge charge;

    /** What the money of a PURCHASED pot was bought as, and what was paid for it; both 0 for the others. */
    final long face;

    final long paid;

    /** The payment that a CASHBACK pot was given for; null for the others. */
    final ReferencePayment cashbackOf;

    long left;
    long held;

    /** Whether it was ever used, held, gifted, donated or refunded. */
    boolean touched;

    private ReferencePot(
            long number,
            ReferenceWallet wallet,
            Kind kind,
            long amount,
            LocalDate expiresOn,
            boolean renewed,
            ReferenceCharge charge,
            long paid,
            ReferencePayment cashbackOf) {
        this.number = number;
        this.wallet = wallet;
        this.kind = kind;
        this.left = amount;
        this.expiresOn = expiresOn;
        this.renewed = renewed;
        this.charge = charge;
        this.face = charge == null ? 0 : amount;
        this.paid = paid;
        this.cashbackOf = cashbackOf;
    }

    static ReferencePot plain(
            long number, ReferenceWallet wallet, Kind kind, long amount, LocalDate expiresOn, boolean renewed) {
        return new ReferencePot(number, wallet, kind, amount, expiresOn, renewed, null, 0, null);
    }

    static ReferencePot purchased(
            long number,
            ReferenceWallet wallet,
            long amount,
            LocalDate expiresOn,
            boolean renewed,
            ReferenceCharge charge,
            long paid) {
        return new ReferencePot(number, wallet, Kind.PURCHASED, amount, expiresOn, renewed, charge, paid, null);
    }

    static ReferencePot cashback(
            long number, ReferenceWallet wallet, long amount, LocalDate expiresOn, ReferencePayment payment) {
        return new ReferencePot(number, wallet, Kind.CASHBACK, amount, expiresOn, false, null, 0, payment);
    }

    long free() {
        return left - held;
    }

    boolean isExpired(LocalDate today) {
        return expiresOn.isBefore(today);
    }
}
