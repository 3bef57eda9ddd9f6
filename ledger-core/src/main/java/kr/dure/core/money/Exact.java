package kr.dure.core.money;

import static java.math.BigInteger.valueOf;

/** Products and quotients of amounts, exact also where the product needs more than 64 bits. */
public final class Exact {
    private Exact() {}

    /**
     * floor(a × b / c) for a, b ≥ 0 and c > 0.
     *
     * @throws ArithmeticException if the result needs more than 63 bits
     */
    public static long floor(long a, long b, long c) {
        if (fits(a, b)) {
            return a * b / c;
        }
        return valueOf(a).multiply(valueOf(b)).divide(valueOf(c)).longValueExact();
    }

    /**
     * ceil(a × b / c) for a, b ≥ 0 and c > 0.
     *
     * @throws ArithmeticException if the result needs more than 63 bits
     */
    public static long ceil(long a, long b, long c) {
        if (fits(a, b)) {
            return Math.ceilDiv(a * b, c);
        }
        var parts = valueOf(a).multiply(valueOf(b)).divideAndRemainder(valueOf(c));
        return Math.addExact(parts[0].longValueExact(), parts[1].signum());
    }

    /** Whether a × b < c × d, whatever their size and sign. */
    public static boolean less(long a, long b, long c, long d) {
        return valueOf(a).multiply(valueOf(b)).compareTo(valueOf(c).multiply(valueOf(d))) < 0;
    }

    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0;
    }
}
