package kr.dure.api.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something rests that has failed. */
record Backoff(RandomGenerator random) {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofHours(6);
    /** Of a receiver: then another message is tried. */
    static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final int LAST_DOUBLING = 20;
    private static final double JITTER = 0.2;

    /** Of a message: twice as long each time, give or take a fifth. */
    Duration afterAttempts(int attempts) {
        return jittered(doubled(attempts, LONGEST));
    }

    Duration restAfter(int failures) {
        return jittered(doubled(failures, LONGEST_REST));
    }

    private static Duration doubled(int times, Duration longest) {
        var wait = FIRST.multipliedBy(1L << Math.clamp(times - 1L, 0, LAST_DOUBLING));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
