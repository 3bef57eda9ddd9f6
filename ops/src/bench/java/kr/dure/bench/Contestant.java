package kr.dure.bench;

import java.util.List;

/** Somebody who runs in a benchmark. */
public interface Contestant extends AutoCloseable {
    String name();

    /** The numbers of requests under way that are worth trying. */
    int[] inFlightToTry();

    void use(int inFlight) throws Exception;

    /** As much as it can do in so many seconds. */
    Run closed(double seconds) throws Exception;

    /** Works for so many seconds at a time until it has done so many requests. */
    default void warmUp(double seconds, long requests) throws Exception {
        long done = 0;
        do {
            long items = closed(seconds).items();
            if (items == 0) {
                throw new IllegalStateException(name() + " does nothing");
            }
            done += items;
        } while (done < requests);
    }

    /** So many requests a second for so many seconds. */
    Run open(double seconds, double perSecond) throws Exception;

    /** What is wrong with the money. */
    List<String> check() throws Exception;

    @Override
    void close() throws Exception;

    /**
     * One run. Latencies are 0 if they were not measured.
     *
     * @param cpuNanos processor time of the contestant with its load, without the database
     */
    record Run(
            double perSecond,
            long items,
            long refused,
            long cpuNanos,
            double lagMillis,
            double p50ms,
            double p99ms,
            double maxMs) {}
}
