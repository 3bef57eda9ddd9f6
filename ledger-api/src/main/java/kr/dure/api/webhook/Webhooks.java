package kr.dure.api.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.LogSlice;
import kr.dure.api.merchant.ShopEventKind;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receivers that there are. Whoever changes one brings the transaction. */
final class Webhooks {
    static final int MOST_OF_A_SHOP = 5;
    private static final String SELECT = "select id, merchant, url, kinds, after, added_by, added_at, removed_at,"
            + " disabled_at, failing_since from webhook.hook ";
    private static final String ACTIVE = "removed_at is null and disabled_at is null";

    private final JdbcClient database;
    private final LogSlice log;

    Webhooks(DataSource database, LogSlice log) {
        this.database = JdbcClient.create(database);
        this.log = log;
    }

    /**
     * From now on it is told what happens: whoever fills the queue waits for this transaction, and then knows of it.
     *
     * @throws Problem if the shop has too many
     */
    Webhook add(Write write, MerchantId merchant, ReceiverUrl url, List<ShopEventKind> kinds) {
        database.sql("select position from webhook.progress for update")
                .query(Long.class)
                .single();
        if (count(merchant) >= MOST_OF_A_SHOP) {
            throw Problem.of("too-many-webhooks");
        }
        long head = log.head();
        database.sql("update webhook.progress set position = ? where not exists (select from webhook.hook where "
                        + ACTIVE + ")")
                .param(head)
                .update();
        database.sql("""
                        insert into webhook.hook (id, merchant, url, kinds, after, added_by, added_at)
                        values (?, ?, ?, nullif(?::text[], '{}'), ?, ?, now())""")
                .params(
                        write.operation().value(),
                        merchant.value(),
                        url.uri().toString(),
                        kinds.stream().map(Enum::name).toArray(String[]::new),
                        head,
                        write.caller().client())
                .update();
        return find(write.operation()).orElseThrow();
    }

    private long count(MerchantId merchant) {
        return database.sql("select count(*) from webhook.hook where merchant = ? and " + ACTIVE)
                .param(merchant.value())
                .query(Long.class)
                .single();
    }

    Optional<Webhook> find(OperationId id) {
        return database.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Webhooks::read)
                .optional();
    }

    /** @throws Problem {@code not-found} if the shop has no such receiver */
    Webhook require(OperationId id, MerchantId merchant) {
        return find(id).filter(found -> found.merchant().equals(merchant)).orElseThrow(() -> Problem.of("not-found"));
    }

    /** One page and one more, the oldest first, those among them that were removed; after a webhook. */
    List<Webhook> of(MerchantId merchant, String after) {
        return database.sql(SELECT + """
                        where merchant = ?
                            and (added_at, id) > (coalesce((select added_at from webhook.hook where id = ?), '-infinity'), ?)
                        order by added_at, id limit ?""")
                .params(merchant.value(), after, after, Page.SIZE + 1)
                .query(Webhooks::read)
                .list();
    }

    boolean isAnyActive() {
        return database.sql("select exists (select from webhook.hook where " + ACTIVE + ")")
                .query(Boolean.class)
                .single();
    }

    List<Webhook> active() {
        return database.sql(SELECT + "where " + ACTIVE).query(Webhooks::read).list();
    }

    /** Removed once, it stays so. What still waits is not delivered. */
    Webhook remove(OperationId id) {
        database.sql("update webhook.hook set removed_at = now() where id = ? and removed_at is null")
                .param(id.value())
                .update();
        database.sql(
                        "update webhook.delivery set state = 'FAILED', error = 'removed' where hook = ? and state = 'WAITING'")
                .param(id.value())
                .update();
        return find(id).orElseThrow();
    }

    private static Webhook read(ResultSet row, int number) throws SQLException {
        var kinds = row.getArray("kinds");
        return new Webhook(
                new OperationId(row.getString("id")),
                new MerchantId(row.getString("merchant")),
                URI.create(row.getString("url")),
                kinds == null
                        ? List.of()
                        : Arrays.stream((String[]) kinds.getArray())
                                .map(ShopEventKind::valueOf)
                                .toList(),
                row.getLong("after"),
                row.getString("added_by"),
                Objects.requireNonNull(time(row, "added_at")),
                time(row, "removed_at"),
                time(row, "disabled_at"),
                time(row, "failing_since"));
    }

    static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : Times.korean(at.toInstant());
    }
}
