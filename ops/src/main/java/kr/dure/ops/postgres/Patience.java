package kr.dure.ops.postgres;

import java.time.Duration;

/** How much longer to wait for the server. */
final class Patience {
    private final Duration limit;
    private final long begun = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    Duration spent() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    boolean over() {
        return spent().compareTo(limit) >= 0;
    }

    /** At least one second, as {@code pg_ctl} takes 0 for "do not wait". */
    String secondsLeft() {
        return Long.toString(Math.max(1, limit.minus(spent()).toSeconds()));
    }

    void pause(Duration step) throws InterruptedException {
        Thread.sleep(step);
    }
}
