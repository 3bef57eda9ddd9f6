package kr.dure.core.eventlog;

import java.util.concurrent.CompletableFuture;

/** Where operations are handed in, whoever decides them: the writer of this process, or that of another node. */
@FunctionalInterface
public interface Desk {
    /**
     * Hands in an operation; waits while too many wait before it, so that callers queue up and not their operations.
     *
     * @return its answer, once that is durable; exceptionally
     *     <ul>
     *       <li>{@link NobodyDecides} or {@link LogUnavailable} if nothing of it is in the log, and it may be repeated later,
     *       <li>{@link OutcomeUnknown} if nobody can tell: whoever repeats it with the same id gets to know,
     *       <li>{@link LogRefused}, {@link LeaseLost} or a fault of the program: nothing of it is in the log.
     *     </ul>
     */
    CompletableFuture<Answer> submit(Operation operation) throws InterruptedException;
}
