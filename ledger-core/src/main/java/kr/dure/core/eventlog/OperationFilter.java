package kr.dure.core.eventlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Which operations may have been answered before, in ten bits for each: none of them is forgotten, and of those that are
 * new about one in a hundred is taken for known. Any thread may add and ask.
 *
 * @see <a href="https://doi.org/10.1145/362686.362692">B. H. Bloom: Space/time trade-offs in hash coding with allowable
 *     errors, 1970</a>
 */
final class OperationFilter {
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int BITS_EACH = 10;
    private static final int PROBES = 7;
    private static final long MOST_WORDS = 1L << 25;

    private final long[] words;

    /** @param expected how many operations; more are taken in, too, and make more of the new ones look known */
    OperationFilter(long expected) {
        this.words = new long[(int) Math.clamp(expected / Long.SIZE * BITS_EACH, 1, MOST_WORDS)];
    }

    void add(String operation) {
        long hash = hash(operation);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            WORD.getAndBitwiseOr(words, (int) (bit >>> 6), 1L << bit);
        }
    }

    boolean mayKnow(String operation) {
        long hash = hash(operation);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            if (((long) WORD.getVolatile(words, (int) (bit >>> 6)) & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A walk whose first step and stride both come from the hash. */
    private long bit(long hash, int probe) {
        long walked = hash + probe * (Long.rotateLeft(hash, 32) | 1);
        return Math.unsignedMultiplyHigh(mixed(walked), words.length * (long) Long.SIZE);
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** The finalizer of SplitMix64: every bit of the input changes half of the output. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
