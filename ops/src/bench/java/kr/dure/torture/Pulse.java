package kr.dure.torture;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** The longest time during which nothing of a kind happened. */
final class Pulse {
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    /** It happens now. */
    void beat() {
        long now = System.nanoTime();
        longest.accumulate(now - last.getAndSet(now));
    }

    /** From now on, whatever was before. */
    void restart() {
        last.set(System.nanoTime());
        longest.reset();
    }

    long longestMillis() {
        return longest.get() / 1_000_000;
    }
}
