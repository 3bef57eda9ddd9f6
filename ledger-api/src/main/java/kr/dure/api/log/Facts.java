package kr.dure.api.log;

import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single facts, read from the log itself: what was written is found at once, whatever the views have reached. They come
 * through the connections of the readers, so that many questions do not keep the writer from its own.
 */
public final class Facts {
    private final JdbcClient database;
    private final EventCodec codec;

    public Facts(DataSource database, EventCodec codec) {
        this.database = JdbcClient.create(database);
        this.codec = codec;
    }

    /** The first event of an operation that was accepted, if it is of the wanted kind. */
    public <E extends LedgerEvent> Optional<Found<E>> operation(OperationId operation, Class<E> kind) {
        return one(EventRow.SELECT + "where operation = ?", operation.value()).flatMap(found -> found.as(kind));
    }

    /** The latest event on a subject, if it is of the wanted kind. */
    public <E extends LedgerEvent> Optional<Found<E>> latestOn(Subject subject, Class<E> kind) {
        return one(EventRow.SELECT + "where subject = ? order by position desc limit 1", subject.name())
                .flatMap(found -> found.as(kind));
    }

    /** The event with which an aggregate began, if it is of the wanted kind. */
    public <E extends LedgerEvent> Optional<Found<E>> first(StreamId aggregate, Class<E> kind) {
        return one(EventRow.SELECT + "where stream = ? and sequence = 0", aggregate.toString())
                .flatMap(found -> found.as(kind));
    }

    /** The event at a position that there is. */
    public Found<LedgerEvent> at(long position) {
        return one(EventRow.SELECT + "where position = ?", position).orElseThrow();
    }

    private Optional<Found<LedgerEvent>> one(String sql, Object key) {
        return database.sql(sql)
                .param(key)
                .query((row, number) -> EventRow.read(row, codec))
                .optional();
    }
}
