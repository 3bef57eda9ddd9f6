package kr.dure.api.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.contract.Called;
import kr.dure.api.http.Page;
import kr.dure.api.http.Times;
import kr.dure.api.projection.Nanos;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settlement batches, read from the views. */
public final class BatchQuery {
    private static final String SELECT = "select batch, waiting, paid, rejected, drafted_at from read.batch ";

    private final JdbcClient database;

    public BatchQuery(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * A batch, in won.
     *
     * @param batch the day that it closed (KST)
     * @param waiting what the bank has not answered yet
     */
    @Called("SettlementBatch")
    public record BatchView(LocalDate batch, long waiting, long paid, long rejected, OffsetDateTime draftedAt) {
        static BatchView read(ResultSet row, int number) throws SQLException {
            return new BatchView(
                    row.getObject("batch", LocalDate.class),
                    row.getLong("waiting"),
                    row.getLong("paid"),
                    row.getLong("rejected"),
                    Times.korean(Nanos.toInstant(row.getLong("drafted_at"))));
        }
    }

    /** What of a batch is one merchant's, in won. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Called("SettlementItem")
    public record ItemView(
            String merchant,
            long amount,
            State state,
            @Nullable OffsetDateTime answeredAt) {
        /** What the bank has said of it. */
        public enum State {
            WAITING,
            PAID,
            REJECTED
        }

        static ItemView read(ResultSet row, int number) throws SQLException {
            Long answered = row.getObject("answered_at", Long.class);
            return new ItemView(
                    row.getString("merchant"),
                    row.getLong("amount"),
                    State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                    answered == null ? null : Times.korean(Nanos.toInstant(answered)));
        }
    }

    List<BatchView> before(String cursor) {
        return database.sql(SELECT + "where ? = '' or batch::text < ? order by batch desc limit ?")
                .params(cursor, cursor, Page.SIZE + 1)
                .query(BatchView::read)
                .list();
    }

    Optional<BatchView> find(LocalDate batch) {
        return database.sql(SELECT + "where batch = ?")
                .param(batch)
                .query(BatchView::read)
                .optional();
    }

    List<ItemView> items(LocalDate batch, String after) {
        return database.sql("""
                        select merchant, amount, state, answered_at from read.batch_item
                        where batch = ? and merchant > ? order by merchant limit ?""")
                .params(batch, after, Page.SIZE + 1)
                .query(ItemView::read)
                .list();
    }
}
