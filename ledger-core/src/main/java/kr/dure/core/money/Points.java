package kr.dure.core.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An amount of points, 1 point = ₩1 once converted. Exact; what does not fit a {@code long} is an {@link ArithmeticException}, never a wrong amount. */
public record Points(@JsonValue long value) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Points {}

    public static Points of(long value) {
        return value == 0 ? ZERO : new Points(value);
    }

    public Points plus(Points other) {
        return of(Math.addExact(value, other.value));
    }

    public Points minus(Points other) {
        return of(Math.subtractExact(value, other.value));
    }

    public Points min(Points other) {
        return value <= other.value ? this : other;
    }

    public Points max(Points other) {
        return value >= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isMoreThan(Points other) {
        return value > other.value;
    }

    public boolean isLessThan(Points other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " POINT";
    }
}
