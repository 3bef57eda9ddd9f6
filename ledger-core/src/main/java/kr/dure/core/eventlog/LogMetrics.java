package kr.dure.core.eventlog;

/** What the writer tells of its work, to whoever counts it. */
public interface LogMetrics {
    LogMetrics NONE = new LogMetrics() {};

    /** Something was read on the writer's thread that should have been read before. */
    default void missed() {}

    /** A batch was committed. */
    default void committed(int operations, int events, long nanos) {}

    /** An operation was answered with the ledger's "no". */
    default void refused(String code) {}
}
