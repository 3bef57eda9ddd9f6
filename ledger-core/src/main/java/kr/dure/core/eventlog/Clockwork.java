package kr.dure.core.eventlog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kr.dure.core.ledger.Moment;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * The time of the decision that is being made on this thread. Axon stamps events from a clock of the whole process; this
 * is that clock, and each writer moves only its own hand.
 */
final class Clockwork extends Clock {
    private static final ThreadLocal<Moment> NOW = new ThreadLocal<>();
    private static final Clockwork AXON_CLOCK = new Clockwork();

    private Clockwork() {}

    static void install() {
        GenericEventMessage.clock = AXON_CLOCK;
    }

    static void set(Moment now) {
        NOW.set(now);
    }

    static Moment now() {
        Moment now = NOW.get();
        if (now == null) {
            throw new IllegalStateException("no decision is being made");
        }
        return now;
    }

    @Override
    public Instant instant() {
        Moment now = NOW.get();
        return now == null ? Clock.systemUTC().instant() : now.at();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
