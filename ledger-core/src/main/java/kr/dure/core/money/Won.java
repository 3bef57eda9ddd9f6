package kr.dure.core.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An amount of local currency in won, ₩1 each. Exact; what does not fit a {@code long} is an {@link ArithmeticException}, never a wrong amount. */
public record Won(@JsonValue long value) implements Comparable<Won> {
    public static final Won ZERO = new Won(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Won {}

    public static Won of(long value) {
        return value == 0 ? ZERO : new Won(value);
    }

    public Won plus(Won other) {
        return of(Math.addExact(value, other.value));
    }

    public Won minus(Won other) {
        return of(Math.subtractExact(value, other.value));
    }

    public Won min(Won other) {
        return value <= other.value ? this : other;
    }

    public Won max(Won other) {
        return value >= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isMoreThan(Won other) {
        return value > other.value;
    }

    public boolean isLessThan(Won other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " KRW";
    }
}
