package kr.dure.core.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/**
 * A pot as it stands.
 *
 * @param number in the order of making
 * @param face what it was made with
 * @param paid what its holder paid for that, of PURCHASED
 * @param left what it holds, {@code held} included
 * @param touched whether it was ever used, held, given or refunded
 * @param keepUntil how long a refund may still restore it, once it is empty
 */
record Pot(
        long number,
        PotKind kind,
        LocalDate expiresOn,
        boolean renewed,
        @Nullable OperationId incentive,
        Won face,
        Won paid,
        Won left,
        Won held,
        boolean touched,
        Instant keepUntil) {
    /** The order in which pots are spent. */
    static final Comparator<Pot> SPEND_ORDER =
            Comparator.comparing(Pot::expiresOn).thenComparing(Pot::kind).thenComparingLong(Pot::number);

    static Pot of(NewPot made) {
        Won paid = made.paid() == null ? Won.ZERO : made.paid();
        return new Pot(
                made.pot(),
                made.kind(),
                made.expiresOn(),
                made.renewed(),
                made.incentive(),
                made.amount(),
                paid,
                made.amount(),
                Won.ZERO,
                false,
                Instant.EPOCH);
    }

    Won free() {
        return left.minus(held);
    }

    boolean isExpired(LocalDate today) {
        return expiresOn.isBefore(today);
    }

    boolean isKept(Instant now) {
        return left.isPositive() || !now.isAfter(keepUntil);
    }

    /** What of an amount its holder had paid: floor(amount × paid / face). */
    Won paidFor(Won amount) {
        return Won.of(Exact.floor(amount.value(), paid.value(), face.value()));
    }

    Pot take(Won amount) {
        return with(left.minus(amount), held, true, keepUntil);
    }

    Pot hold(Won amount) {
        return with(left, held.plus(amount), true, keepUntil);
    }

    Pot release(Won amount) {
        return with(left, held.minus(amount), touched, keepUntil);
    }

    Pot restore(Won amount) {
        return with(left.plus(amount), held, touched, keepUntil);
    }

    Pot keptUntil(Instant until) {
        return until.isAfter(keepUntil) ? with(left, held, touched, until) : this;
    }

    private Pot with(Won left, Won held, boolean touched, Instant keepUntil) {
        if (held.value() < 0 || left.isLessThan(held)) {
            throw new IllegalStateException("pot " + number + " would hold " + left + ", " + held + " of it held");
        }
        return new Pot(number, kind, expiresOn, renewed, incentive, face, paid, left, held, touched, keepUntil);
    }
}
