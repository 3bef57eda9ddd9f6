package kr.dure.api.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEvent;
import kr.dure.api.merchant.ShopEvents;
import kr.dure.api.webhook.Queue.Addressed;
import kr.dure.core.id.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks through the log for what receivers are to be told: the messages of a page and the place reached are written in one
 * transaction. As long as there is no receiver, nothing is read.
 */
final class Feeder {
    private static final int PAGE = 1_000;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final LogSlice log;
    private final ShopEvents shopEvents;
    private final Webhooks webhooks;
    private final Queue queue;

    Feeder(DataSource database, TransactionOperations transactions, LogSlice log, Webhooks webhooks, Queue queue) {
        this.database = JdbcClient.create(database);
        this.transactions = transactions;
        this.log = log;
        this.shopEvents = new ShopEvents(log);
        this.webhooks = webhooks;
        this.queue = queue;
    }

    /** @return whether there may be more; nothing is done while somebody else is at it */
    boolean feed() {
        return webhooks.isAnyActive() && Boolean.TRUE.equals(transactions.execute(status -> feedNext()));
    }

    /** If the newest of it is lost in a crash of the database, messages and place are lost together, and made again. */
    private boolean feedNext() {
        database.sql("set local synchronous_commit = off").update();
        return database.sql("select position from webhook.progress for update skip locked")
                .query(Long.class)
                .optional()
                .map(this::feedAfter)
                .orElse(false);
    }

    private boolean feedAfter(long position) {
        var active = webhooks.active();
        if (active.isEmpty()) {
            return false;
        }
        var events = log.after(position, PAGE);
        if (events.isEmpty()) {
            return false;
        }
        var told = shopEvents.of(events.stream().map(log::read).toList());
        queue.add(addressed(told, active));
        database.sql("update webhook.progress set position = ?")
                .param(events.getLast().position())
                .update();
        return events.size() == PAGE;
    }

    private static List<Addressed> addressed(List<ShopEvent> events, List<Webhook> active) {
        Map<MerchantId, List<Webhook>> byShop = active.stream().collect(Collectors.groupingBy(Webhook::merchant));
        List<Addressed> messages = new ArrayList<>();
        for (var event : events) {
            for (var webhook : byShop.getOrDefault(new MerchantId(event.merchant()), List.of())) {
                if (webhook.wants(event.kind(), event.position())) {
                    messages.add(new Addressed(webhook.id(), event));
                }
            }
        }
        return messages;
    }
}
