package kr.dure.core.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/** The pots of one wallet, in spend order, with those that a refund may still restore. */
final class Pots {
    private List<Pot> pots = new ArrayList<>();
    private long made;

    /** The number of the next pot to be made. */
    long next() {
        return made + 1;
    }

    List<Pot> all() {
        return Collections.unmodifiableList(pots);
    }

    void add(NewPot newPot) {
        Pot pot = Pot.of(newPot);
        int place = Collections.binarySearch(pots, pot, Pot.SPEND_ORDER);
        pots.add(-place - 1, pot);
        made = pot.number();
    }

    @Nullable
    Pot find(long number) {
        for (Pot pot : pots) {
            if (pot.number() == number) {
                return pot;
            }
        }
        return null;
    }

    Pot get(long number) {
        Pot pot = find(number);
        if (pot == null) {
            throw new IllegalStateException("no pot " + number);
        }
        return pot;
    }

    void change(long number, UnaryOperator<Pot> change) {
        for (int i = 0; i < pots.size(); i++) {
            if (pots.get(i).number() == number) {
                pots.set(i, change.apply(pots.get(i)));
                return;
            }
        }
        throw new IllegalStateException("no pot " + number);
    }

    /** What all pots of some kinds hold, held money and what is expired but not yet swept included. */
    Won left(Set<PotKind> kinds) {
        Won sum = Won.ZERO;
        for (Pot pot : pots) {
            if (kinds.contains(pot.kind())) {
                sum = sum.plus(pot.left());
            }
        }
        return sum;
    }

    /** What can be spent today of some kinds. */
    Won spendable(Set<PotKind> kinds, LocalDate today) {
        Won sum = Won.ZERO;
        for (Pot pot : pots) {
            if (isSpendable(pot, kinds, today)) {
                sum = sum.plus(pot.free());
            }
        }
        return sum;
    }

    /** Which pots give an amount, in spend order; {@link #spendable} covers it. */
    List<PotUse> select(Won amount, Set<PotKind> kinds, LocalDate today) {
        List<PotUse> uses = new ArrayList<>(2);
        Won missing = amount;
        for (Pot pot : pots) {
            if (missing.isZero()) {
                break;
            }
            if (isSpendable(pot, kinds, today)) {
                Won part = pot.free().min(missing);
                uses.add(PotUse.of(pot.number(), pot.kind(), part));
                missing = missing.minus(part);
            }
        }
        if (missing.isPositive()) {
            throw new IllegalStateException(missing + " more than there is");
        }
        return uses;
    }

    /** Forgets what is empty and what no refund could reach today. */
    void forget(Instant startOfDay) {
        pots.removeIf(pot -> !pot.isKept(startOfDay));
    }

    private static boolean isSpendable(Pot pot, Set<PotKind> kinds, LocalDate today) {
        return kinds.contains(pot.kind()) && pot.free().isPositive() && !pot.isExpired(today);
    }
}
