package kr.dure.api.projection;

/** What a projector tells of its work, to whoever counts it and sounds the alarm. */
public interface ProjectionMetrics {
    ProjectionMetrics NONE = new ProjectionMetrics() {};

    /** A batch was written. */
    default void written(int events, long nanos) {}

    /** The projection stands still until somebody mends it. */
    default void halted(Poison poison) {}

    /** An event became a dead letter. */
    default void parked(Poison poison) {}
}
