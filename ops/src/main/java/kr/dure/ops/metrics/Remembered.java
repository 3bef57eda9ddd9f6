package kr.dure.ops.metrics;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reading that is good for a while. */
final class Remembered<T> implements Supplier<T> {
    private final Clock clock;
    private final Duration good;
    private final Reading<T> reading;
    private Instant until = Instant.MIN;
    private @Nullable T last;

    /** What is read. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    Remembered(Clock clock, Duration good, Reading<T> reading) {
        this.clock = clock;
        this.good = good;
        this.reading = reading;
    }

    /** @throws IllegalStateException if it cannot be read now; the next look tries again */
    @Override
    public synchronized T get() {
        T known = last;
        if (known == null || !clock.instant().isBefore(until)) {
            try {
                known = reading.read();
            } catch (SQLException failure) {
                throw new IllegalStateException("the database does not answer", failure);
            }
            last = known;
            until = clock.instant().plus(good);
        }
        return known;
    }
}
