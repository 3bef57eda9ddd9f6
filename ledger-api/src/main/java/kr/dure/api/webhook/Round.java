package kr.dure.api.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEvent;
import kr.dure.api.merchant.ShopEvents;
import kr.dure.api.webhook.Queue.Due;
import kr.dure.api.webhook.Queue.Lease;
import kr.dure.core.vault.KeyedHash;

/** Delivers what is due for one receiver, one message after the other, until one fails or the turn is over. */
final class Round {
    /** With an attempt after it, shorter than the lease. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private final Queue queue;
    private final LogSlice log;
    private final ShopEvents shopEvents;
    private final Postman postman;
    private final KeyedHash hash;
    private final Backoff backoff;
    private final Clock clock;
    private final WebhookMetrics metrics;

    Round(
            Queue queue,
            LogSlice log,
            Postman postman,
            KeyedHash hash,
            Backoff backoff,
            Clock clock,
            WebhookMetrics metrics) {
        this.queue = queue;
        this.log = log;
        this.shopEvents = new ShopEvents(log);
        this.postman = postman;
        this.hash = hash;
        this.backoff = backoff;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @param goesOn no while this node is closing: what is broken off then has not failed */
    void serve(Lease lease, BooleanSupplier goesOn) {
        long end = System.nanoTime() + TURN.toNanos();
        var due = queue.due(lease);
        var events = events(due, lease);
        for (var message : due) {
            if (!goesOn.getAsBoolean() || System.nanoTime() > end || !deliver(lease, message, events, goesOn)) {
                break;
            }
        }
        queue.release(lease);
    }

    private Map<Long, ShopEvent> events(List<Due> due, Lease lease) {
        var positions = due.stream()
                .map(Due::position)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Map<Long, ShopEvent> events = new HashMap<>();
        if (!positions.isEmpty()) {
            var found = log.at(positions);
            shopEvents
                    .of(positions.stream()
                            .map(found::get)
                            .filter(Objects::nonNull)
                            .toList())
                    .stream()
                    .filter(event -> event.merchant().equals(lease.merchant().value()))
                    .forEach(event -> events.put(event.position(), event));
        }
        return events;
    }

    /** An event that this version tells shops nothing of is given up: nobody else is kept waiting by it. */
    private boolean deliver(Lease lease, Due due, Map<Long, ShopEvent> events, BooleanSupplier goesOn) {
        var event = due.position() == null ? null : events.get(due.position());
        if (due.position() != null && event == null) {
            queue.failed(lease, due, null, "no-event", Queue.TRIED_FOR, Duration.ZERO);
            return true;
        }
        byte[] body = (event == null ? Message.ping(due, lease) : Message.of(due, event)).json();
        long seconds = clock.instant().getEpochSecond();
        String signature = Signature.of(hash.webhookKey(lease.webhook()), due.id(), seconds, body);
        var headers = Map.of(
                "webhook-id", due.id(),
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", signature);
        long start = System.nanoTime();
        var outcome = postman.post(lease.url(), headers, body);
        boolean delivered = outcome instanceof Outcome.Delivered;
        if (!delivered && !goesOn.getAsBoolean()) {
            return false;
        }
        metrics.attempted(delivered, System.nanoTime() - start);
        note(lease, due, outcome);
        return delivered;
    }

    private void note(Lease lease, Due due, Outcome outcome) {
        var wait = backoff.afterAttempts(due.attempts() + 1);
        var rest = backoff.restAfter(lease.failures() + 1);
        switch (outcome) {
            case Outcome.Delivered(int status) -> queue.delivered(lease, due, status);
            case Outcome.Rejected(int status) -> queue.failed(lease, due, status, "status", wait, rest);
            case Outcome.Unanswered(String error) -> queue.failed(lease, due, null, error, wait, rest);
        }
    }
}
