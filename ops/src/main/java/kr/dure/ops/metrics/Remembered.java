package kr.dure.ops.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reading that is good for a while. */
final class Remembered<T> implements Supplier<T> {
    private final Clock clock;
    private final Duration good;
    private final Supplier<T> reading;
    private Instant until = Instant.MIN;
    private @Nullable T last;

    Remembered(Clock clock, Duration good, Supplier<T> reading) {
        this.clock = clock;
        this.good = good;
        this.reading = reading;
    }

    /** What cannot be read now is tried again at the next look. */
    @Override
    public synchronized T get() {
        T known = last;
        if (known == null || !clock.instant().isBefore(until)) {
            known = reading.get();
            last = known;
            until = clock.instant().plus(good);
        }
        return known;
    }
}
