package kr.dure.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.webhook.Delivery.State;
import kr.dure.core.id.OperationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The messages that wait, and for a while those that do no longer, as they are asked for over HTTP. */
public final class Deliveries {
    static final int PAGE = 100;
    static final Duration KEPT = Duration.ofDays(30);
    private static final String SELECT =
            "select id, hook, kind, position, state, attempts, queued_at, due_at, tried_at,"
                    + " status, error from webhook.delivery ";

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public Deliveries(DataSource database, TransactionOperations transactions) {
        this.database = JdbcClient.create(database);
        this.transactions = transactions;
    }

    /** The latest first. */
    List<Delivery> latest(OperationId webhook) {
        return database.sql(SELECT + "where hook = ? order by number desc limit ?")
                .params(webhook.value(), PAGE)
                .query(Deliveries::read)
                .list();
    }

    Optional<Delivery> find(String delivery) {
        return database.sql(SELECT + "where id = ?")
                .param(delivery)
                .query(Deliveries::read)
                .optional();
    }

    /** Something that is sent because somebody asked for it. */
    record Asked(String delivery, OffsetDateTime at) {}

    /** What an operation has asked for. */
    Optional<Asked> asked(OperationId operation) {
        return database.sql("select delivery, asked_at from webhook.sending where operation = ?")
                .param(operation.value())
                .query((row, number) ->
                        new Asked(row.getString(1), Objects.requireNonNull(Webhooks.time(row, "asked_at"))))
                .optional();
    }

    /** Queues a ping; the same operation does so once. */
    Asked ping(OperationId operation, OperationId webhook) {
        return once(
                operation,
                operation.value(),
                webhook.value(),
                () -> database.sql("""
                                insert into webhook.delivery (id, hook, kind, state, queued_at, due_at)
                                values (?, ?, ?, 'WAITING', now(), now())""")
                        .params(operation.value(), webhook.value(), Delivery.PING)
                        .update());
    }

    /** Queues a message again; the same operation does so once. */
    Asked again(OperationId operation, Delivery delivery) {
        return once(
                operation,
                delivery.delivery(),
                delivery.webhook(),
                () -> database.sql("""
                                update webhook.delivery
                                set state = 'WAITING', attempts = 0, queued_at = now(), due_at = now() where id = ?""").param(delivery.delivery()).update());
    }

    private Asked once(OperationId operation, String delivery, String webhook, Runnable queueing) {
        transactions.executeWithoutResult(status -> {
            int first = database.sql("insert into webhook.sending (operation, delivery, asked_at) values (?, ?, now())"
                            + " on conflict do nothing")
                    .params(operation.value(), delivery)
                    .update();
            if (first == 1) {
                queueing.run();
                wake(webhook);
            }
        });
        return asked(operation).orElseThrow();
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
        database.sql("delete from webhook.sending where asked_at < now() - make_interval(secs => ?)")
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
