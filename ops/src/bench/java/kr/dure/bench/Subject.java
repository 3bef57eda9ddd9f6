package kr.dure.bench;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** A system under load. It is used by one thread, except that it completes its answers where it likes. */
public interface Subject extends AutoCloseable {
    /**
     * Opens an empty ledger with so many wallets, each holding {@value Population#FUNDS_TEXT}, and merchants.
     *
     * @param population how much of everything
     */
    void prepare(Population population) throws Exception;

    /** How many requests it takes at once for its best throughput. */
    int[] inFlightToTry();

    /** Uses so many threads or connections from now on, where it has any. */
    default void use(int inFlight) {}

    /**
     * Asks for something; may wait while too much is under way.
     *
     * @return how many items were done, once that is durable: 0 for a refusal; exceptionally if it failed
     */
    CompletionStage<Integer> submit(Request request) throws InterruptedException;

    /** What is wrong with the money: a sentence for each thing; empty if every won is where it should be. */
    List<String> check(Done done) throws Exception;

    /** How far behind the newest answer the slowest view is, in milliseconds; 0 for a system whose views are never behind. */
    default double lagMillis() throws Exception {
        return 0;
    }

    @Override
    void close() throws Exception;
}
