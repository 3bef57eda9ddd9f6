package kr.dure.torture;

import java.util.concurrent.atomic.AtomicLong;

/** What happened to the clients of a cycle. */
final class Tally {
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final Pulse pulse = new Pulse();

    void answered() {
        operations.incrementAndGet();
        pulse.beat();
    }

    /** An outcome was unknown for a while, and is known now. */
    void settled() {
        unknown.incrementAndGet();
    }

    void turnedAway() {
        turnedAway.incrementAndGet();
    }

    long operations() {
        return operations.get();
    }

    long unknownSettled() {
        return unknown.get();
    }

    long timesTurnedAway() {
        return turnedAway.get();
    }

    /** The longest time without an answer to anybody. */
    long withoutWriterMillis() {
        return pulse.longestMillis();
    }
}
