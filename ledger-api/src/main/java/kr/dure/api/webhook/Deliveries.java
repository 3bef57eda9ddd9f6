package kr.dure.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Page;
import kr.dure.api.webhook.Delivery.State;
import kr.dure.core.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that wait, and for a while those that do no longer, as they are asked for over HTTP.
 * Whoever queues one brings the transaction. */
public final class Deliveries {
    static final Duration KEPT = Duration.ofDays(30);
    private static final String SELECT =
            "select number, id, hook, kind, position, state, attempts, queued_at, due_at, tried_at,"
                    + " status, error from webhook.delivery ";

    private final JdbcClient database;

    public Deliveries(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** @param number by which the queue is ordered */
    record Numbered(long number, Delivery delivery) {}

    /** One page and one more, the latest first, below a number. */
    List<Numbered> of(OperationId webhook, long before) {
        return database.sql(SELECT + "where hook = ? and number < ? order by number desc limit ?")
                .params(webhook.value(), before, Page.SIZE + 1)
                .query((row, number) -> new Numbered(row.getLong("number"), read(row, number)))
                .list();
    }

    Optional<Delivery> find(String delivery) {
        return database.sql(SELECT + "where id = ?")
                .param(delivery)
                .query(Deliveries::read)
                .optional();
    }

    /** Queues a ping that has the id of an operation. */
    Delivery ping(OperationId operation, OperationId webhook) {
        database.sql("""
                        insert into webhook.delivery (id, hook, kind, state, queued_at, due_at)
                        values (?, ?, ?, 'WAITING', now(), now())""")
                .params(operation.value(), webhook.value(), Delivery.PING)
                .update();
        wake(webhook.value());
        return find(operation.value()).orElseThrow();
    }

    /** Queues a message again. */
    Delivery again(Delivery delivery) {
        database.sql("""
                        update webhook.delivery
                        set state = 'WAITING', attempts = 0, queued_at = now(), due_at = now() where id = ?""").param(delivery.delivery()).update();
        wake(delivery.webhook());
        return find(delivery.delivery()).orElseThrow();
    }

    /** A receiver that rests is tried at once. */
    private void wake(String webhook) {
        database.sql("update webhook.hook set rests_until = '-infinity' where id = ?")
                .param(webhook)
                .update();
    }

    /** How many messages wait. */
    public long waiting() {
        return database.sql("select count(*) from webhook.delivery where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** Forgets what nobody will ask for any more. */
    public void forget() {
        database.sql("delete from webhook.delivery where queued_at < now() - make_interval(secs => ?)")
                .param(KEPT.toSeconds())
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        return new Delivery(
                row.getString("id"),
                row.getString("hook"),
                row.getString("kind"),
                row.getObject("position", Long.class),
                state,
                row.getInt("attempts"),
                Objects.requireNonNull(Webhooks.time(row, "queued_at")),
                state == State.WAITING ? Webhooks.time(row, "due_at") : null,
                Webhooks.time(row, "tried_at"),
                row.getObject("status", Integer.class),
                row.getString("error"));
    }
}
