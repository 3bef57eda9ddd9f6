package kr.dure.core.eventlog;

/**
 * How much is remembered, and how often it is noted where things stand. Small ones change nothing but the reading.
 *
 * @param operationsRemembered how many operations and events, at least, stay at hand after their commit
 * @param eventsPerSnapshot of one aggregate
 * @param eventsPerCheckpoint of all running books, while the writer runs
 * @param eventsPerCheckpointAtStart of all running books, when they have just been read
 */
record Bounds(
        int operationsRemembered, int eventsPerSnapshot, int eventsPerCheckpoint, int eventsPerCheckpointAtStart) {
    static final Bounds USUAL = new Bounds(8_192, 100, 50_000, 10_000);
}
