package kr.dure.ops.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.Operation;

/**
 * Takes operations no faster than the views can show them: deciding is cheaper than projecting, and whoever has paid
 * wants to see it. While the views stand still, halted or without a database, nobody waits for them.
 */
public final class PacedDesk implements Desk {
    /** A fraction of a second's work for the projector, also on a slow machine. */
    private static final long MOST_BEHIND = 2_000;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Desk desk;
    private final LongSupplier head;
    private final Projector views;

    /** @param head the position of the last event that is durable */
    public PacedDesk(Desk desk, LongSupplier head, Projector views) {
        this.desk = desk;
        this.head = head;
        this.views = views;
    }

    @Override
    public CompletableFuture<Answer> submit(Operation operation) throws InterruptedException {
        long wanted = head.getAsLong() - MOST_BEHIND;
        if (views.position() < wanted) {
            var _ = views.awaitPosition(wanted, PATIENCE);
        }
        return desk.submit(operation);
    }
}
