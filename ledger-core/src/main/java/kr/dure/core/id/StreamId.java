package kr.dure.core.id;

/**
 * The name of one aggregate's event stream. Its {@code toString} is the name under which the log keeps the stream, such
 * as {@code wallet/R00001}: Axon knows aggregates by that text, so two kinds with the same id never meet.
 */
public interface StreamId {
    String value();
}
