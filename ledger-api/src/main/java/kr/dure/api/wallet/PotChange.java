package kr.dure.api.wallet;

import kr.dure.core.money.Won;
import kr.dure.core.wallet.NewPot;
import org.jspecify.annotations.Nullable;

/** What one batch changes in one pot. */
final class PotChange {
    private final PotKey key;
    private @Nullable NewPot made;
    private long remaining;
    private long held;
    private boolean touched;
    private long keptUntil;

    PotChange(PotKey key) {
        this.key = key;
    }

    PotKey key() {
        return key;
    }

    void make(NewPot pot) {
        made = pot;
        add(pot.amount().value());
    }

    void take(Won amount) {
        touched = true;
        add(-amount.value());
    }

    void hold(Won amount) {
        touched = true;
        held = Math.addExact(held, amount.value());
    }

    void release(Won amount) {
        held = Math.subtractExact(held, amount.value());
    }

    void restore(Won amount) {
        add(amount.value());
    }

    void keepUntil(long nanos) {
        keptUntil = Math.max(keptUntil, nanos);
    }

    private void add(long amount) {
        remaining = Math.addExact(remaining, amount);
    }

    /** How the pot was made, if this batch made it: then the sums below are all there is. */
    @Nullable
    NewPot made() {
        return made;
    }

    long remaining() {
        return remaining;
    }

    long held() {
        return held;
    }

    boolean isTouched() {
        return touched;
    }

    /** The latest time until which a refund may restore it; 0 if nothing was paid from it. */
    long keptUntil() {
        return keptUntil;
    }

    @Override
    public String toString() {
        return key.wallet() + "/" + key.pot();
    }
}
