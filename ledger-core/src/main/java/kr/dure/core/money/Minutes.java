package kr.dure.core.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An amount of time-bank credit, 1 minute of anyone's time = 1. Exact; what does not fit a {@code long} is an {@link ArithmeticException}, never a wrong amount. */
public record Minutes(@JsonValue long value) implements Comparable<Minutes> {
    public static final Minutes ZERO = new Minutes(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Minutes {}

    public static Minutes of(long value) {
        return value == 0 ? ZERO : new Minutes(value);
    }

    public Minutes plus(Minutes other) {
        return of(Math.addExact(value, other.value));
    }

    public Minutes minus(Minutes other) {
        return of(Math.subtractExact(value, other.value));
    }

    public Minutes min(Minutes other) {
        return value <= other.value ? this : other;
    }

    public Minutes max(Minutes other) {
        return value >= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isMoreThan(Minutes other) {
        return value > other.value;
    }

    public boolean isLessThan(Minutes other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Minutes other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " MINUTE";
    }
}
