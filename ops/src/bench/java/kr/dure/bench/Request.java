package kr.dure.bench;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is asked of a subject. Wallets and merchants go by number, from 0. */
public sealed interface Request {
    /** The idempotency key. */
    String id();

    /** @param amount in won */
    record Pay(String id, int wallet, int merchant, long amount) implements Request {}

    record Weigh(String id, int wallet, long grams) implements Request {}

    /** One batch of wages, one item for each of {@code items} wallets from {@code first} on. */
    record PayOut(String id, int first, int items) implements Request {}

    /** A random key (UUID version 4), as most clients make them: the hardest kind for an index. */
    static String newId(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
