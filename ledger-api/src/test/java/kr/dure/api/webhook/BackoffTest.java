package kr.dure.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long messages and receivers rest. */
class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void eachTimeTwiceAsLongGiveOrTakeAFifthUpToSixHours() {
        assertThat(backoff.afterAttempts(1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(backoff.afterAttempts(2)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(backoff.afterAttempts(10)).isBetween(Duration.ofSeconds(2_048), Duration.ofSeconds(3_072));
        assertThat(backoff.afterAttempts(1_000_000)).isBetween(Duration.ofMinutes(288), Duration.ofMinutes(432));
    }

    @Test
    void itIsTriedSomeTwentyTimesInThreeDays() {
        var passed = Duration.ZERO;
        int attempts = 1;
        while (passed.compareTo(Queue.TRIED_FOR) < 0) {
            passed = passed.plus(backoff.afterAttempts(attempts++));
        }
        assertThat(attempts).isBetween(20, 28);
    }

    @Test
    void aReceiverRestsFiveMinutesAtMost() {
        assertThat(backoff.restAfter(1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(backoff.restAfter(50)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }
}
