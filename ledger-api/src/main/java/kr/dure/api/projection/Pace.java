package kr.dure.api.projection;

import java.time.Duration;

/**
 * How a projector goes about its work.
 *
 * @param batch the most events at once
 * @param gather how long the next batch may grow while nobody waits for it: each costs something, whatever its size
 * @param silence after which a leader that says nothing loses its place; well longer than a second
 */
public record Pace(int batch, Duration gather, Duration silence) {
    public static final Pace USUAL = new Pace(10_000, Duration.ofMillis(50), Duration.ofSeconds(10));

    Pace withBatch(int events) {
        return new Pace(events, gather, silence);
    }

    Pace withGather(Duration time) {
        return new Pace(batch, time, silence);
    }

    public Pace withSilence(Duration time) {
        return new Pace(batch, gather, time);
    }
}
