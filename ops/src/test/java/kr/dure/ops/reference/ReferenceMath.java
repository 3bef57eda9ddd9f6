package kr.dure.ops.reference;

import java.math.BigInteger;

/** Shares of whole amounts. The product of two amounts may need more than 64 bits, the result never does. */
final class ReferenceMath {
    private ReferenceMath() {}

    /** The given percentage of an amount, rounded down. */
    static long percent(long percentage, long amount) {
        return floor(amount, percentage, 100);
    }

    /** {@code whole × part / of}, rounded down; all three are zero or more and {@code of} is not zero. */
    static long floor(long whole, long part, long of) {
        return divide(whole, part, of)[0].longValueExact();
    }

    /** {@code whole × part / of}, rounded up; all three are zero or more and {@code of} is not zero. */
    static long ceil(long whole, long part, long of) {
        BigInteger[] quotientAndRest = divide(whole, part, of);
        long quotient = quotientAndRest[0].longValueExact();
        return quotientAndRest[1].signum() == 0 ? quotient : quotient + 1;
    }

    private static BigInteger[] divide(long whole, long part, long of) {
        return BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)).divideAndRemainder(BigInteger.valueOf(of));
    }
}
