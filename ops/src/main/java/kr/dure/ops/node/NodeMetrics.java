package kr.dure.ops.node;

/** What a node tells of its place among the others, to whoever counts or shows it. Told on the node's own thread: do not stay. */
public interface NodeMetrics {
    NodeMetrics NONE = new NodeMetrics() {};

    /** It has another role now. */
    default void became(Role role) {}

    /** An operation is handed to another node. */
    default void forwarded() {}

    /** An operation found nobody to decide it. */
    default void turnedAway() {}
}
