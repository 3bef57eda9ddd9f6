package kr.dure.api.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Times;
import kr.dure.api.merchant.ShopEvent;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The messages that wait, as those see them who deliver. Time is the database's, which all nodes share. A receiver is
 * leased whole, so that its messages go out one after the other, whoever sends them.
 */
final class Queue {
    /** Longer than a turn and one attempt after it take. */
    static final Duration LEASE = Duration.ofSeconds(40);

    static final Duration TRIED_FOR = Duration.ofDays(3);
    static final Duration DISABLED_AFTER = Duration.ofDays(5);
    private static final Duration PASS = Duration.ofSeconds(2);
    private static final int TURN = 20;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    Queue(DataSource database, TransactionOperations transactions) {
        this.database = JdbcClient.create(database);
        this.transactions = transactions;
    }

    /** @param webhook by which it is told */
    record Addressed(OperationId webhook, ShopEvent event) {
        String id() {
            return webhook.value() + "-" + event.position();
        }
    }

    /** Within the caller's transaction. */
    void add(List<Addressed> messages) {
        if (messages.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into webhook.delivery (id, hook, position, kind, state, queued_at, due_at)
                        select id, hook, position, kind, 'WAITING', now(), now()
                        from unnest(?, ?, ?, ?) with ordinality m (id, hook, position, kind, number) order by number""")
                .params(
                        messages.stream().map(Addressed::id).toArray(String[]::new),
                        messages.stream()
                                .map(message -> message.webhook().value())
                                .toArray(String[]::new),
                        messages.stream()
                                .map(message -> message.event().position())
                                .toArray(Long[]::new),
                        messages.stream()
                                .map(message -> message.event().kind().toString())
                                .toArray(String[]::new))
                .update();
    }

    /**
     * A receiver, for as long as it is leased.
     *
     * @param number of the lease
     * @param failures in a row
     */
    record Lease(OperationId webhook, MerchantId merchant, URI url, long number, int failures) {}

    /** Of those for whom something is due, the one that was served longest ago. */
    Optional<Lease> lease() {
        return database.sql("""
                        update webhook.hook set lease = lease + 1, leased_until = now() + make_interval(secs => ?)
                        where id = (
                            select id from webhook.hook h
                            where removed_at is null and disabled_at is null
                              and leased_until <= now() and rests_until <= now()
                              and exists (select from webhook.delivery d
                                          where d.hook = h.id and d.state = 'WAITING' and d.due_at <= now())
                            order by leased_until limit 1 for update skip locked)
                        returning id, merchant, url, lease, failures""")
                .param(LEASE.toSeconds())
                .query((row, number) -> new Lease(
                        new OperationId(row.getString("id")),
                        new MerchantId(row.getString("merchant")),
                        URI.create(row.getString("url")),
                        row.getLong("lease"),
                        row.getInt("failures")))
                .optional();
    }

    void release(Lease lease) {
        database.sql("update webhook.hook set leased_until = now() where id = ? and lease = ?")
                .params(lease.webhook().value(), lease.number())
                .update();
    }

    /** Leaves a receiver to its next turn, soon. */
    void pass(Lease lease) {
        database.sql(
                        "update webhook.hook set leased_until = now() + make_interval(secs => ?) where id = ? and lease = ?")
                .params(seconds(PASS), lease.webhook().value(), lease.number())
                .update();
    }

    /**
     * A message that is due.
     *
     * @param position none of a ping
     */
    record Due(String id, String type, @Nullable Long position, int attempts, OffsetDateTime queuedAt) {}

    /** The oldest first. */
    List<Due> due(Lease lease) {
        return database.sql("""
                        select id, kind, position, attempts, queued_at from webhook.delivery
                        where hook = ? and state = 'WAITING' and due_at <= now() order by number limit ?""")
                .params(lease.webhook().value(), TURN)
                .query((row, number) -> new Due(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getObject("position", Long.class),
                        row.getInt("attempts"),
                        Times.korean(
                                row.getObject("queued_at", OffsetDateTime.class).toInstant())))
                .list();
    }

    /** It has arrived, whoever has the lease now. */
    void delivered(Lease lease, Due message, int status) {
        transactions.executeWithoutResult(unused -> {
            database.sql("""
                            update webhook.delivery set state = 'DELIVERED', attempts = attempts + 1, tried_at = now(),
                                status = ?, error = null where id = ?""").params(status, message.id()).update();
            database.sql("""
                            update webhook.hook set failures = 0, failing_since = null, rests_until = '-infinity'
                            where id = ? and failing_since is not null""").param(lease.webhook().value()).update();
        });
    }

    /** @param status of the answer, if there was one */
    void failed(
            Lease lease, Due message, @Nullable Integer status, @Nullable String error, Duration wait, Duration rest) {
        transactions.executeWithoutResult(unused -> {
            if (rests(lease, rest)) {
                putOff(message, status, error, wait);
            }
            giveUp(lease);
        });
    }

    /** @return whether it is still this lease */
    private boolean rests(Lease lease, Duration rest) {
        return database.sql("""
                        update webhook.hook set failures = failures + 1, failing_since = coalesce(failing_since, now()),
                            rests_until = now() + make_interval(secs => ?),
                            disabled_at = case when failing_since < now() - make_interval(secs => ?) then now() end
                        where id = ? and lease = ?""")
                        .params(
                                seconds(rest),
                                seconds(DISABLED_AFTER),
                                lease.webhook().value(),
                                lease.number())
                        .update()
                == 1;
    }

    private void putOff(Due message, @Nullable Integer status, @Nullable String error, Duration wait) {
        database.sql("""
                        update webhook.delivery set attempts = attempts + 1, tried_at = now(), status = ?::integer, error = ?,
                            due_at = now() + make_interval(secs => ?),
                            state = case when now() + make_interval(secs => ?) > queued_at + make_interval(secs => ?)
                                then 'FAILED' else 'WAITING' end
                        where id = ? and state = 'WAITING'""")
                .param(status)
                .param(error)
                .param(seconds(wait))
                .param(seconds(wait))
                .param(seconds(TRIED_FOR))
                .param(message.id())
                .update();
    }

    private void giveUp(Lease lease) {
        database.sql("""
                        update webhook.delivery set state = 'FAILED', error = 'disabled'
                        where hook = ? and state = 'WAITING'
                          and exists (select from webhook.hook where id = ? and disabled_at is not null)""")
                .params(lease.webhook().value(), lease.webhook().value())
                .update();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
