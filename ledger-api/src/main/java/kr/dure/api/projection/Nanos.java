package kr.dure.api.projection;

import java.time.Instant;
import kr.dure.core.ledger.Moment;

/** Times as the database keeps them: nanoseconds since 1970 UTC, exact until the year 2262. */
public final class Nanos {
    private static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    public static long of(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), PER_SECOND), at.getNano());
    }

    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }

    public static Moment toMoment(long nanos) {
        return new Moment(toInstant(nanos));
    }
}
