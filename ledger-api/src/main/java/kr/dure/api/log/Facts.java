package kr.dure.api.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.dure.api.projection.Nanos;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

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

    /** The first event of a stream, if it is of the wanted kind. */
    public <E extends LedgerEvent> Optional<Found<E>> first(StreamId stream, Class<E> kind) {
        return one(EventRow.SELECT + "where stream = ? and sequence = 0", stream.toString())
                .flatMap(found -> found.as(kind));
    }

    /** All events of a stream that has few, those that are of the wanted kind. */
    public <E extends LedgerEvent> List<Found<E>> stream(StreamId stream, Class<E> kind) {
        return each(database.sql(EventRow.SELECT + "where stream = ? order by sequence")
                        .param(stream.toString()))
                .flatMap(found -> found.as(kind).stream())
                .toList();
    }

    /** The first events of many streams, those that are of the wanted kind. */
    public <E extends LedgerEvent> List<Found<E>> firsts(Collection<? extends StreamId> streams, Class<E> kind) {
        String[] names = streams.stream().map(StreamId::toString).toArray(String[]::new);
        return each(database.sql(EventRow.SELECT + "where stream = any(?) and sequence = 0")
                        .param(names))
                .flatMap(found -> found.as(kind).stream())
                .toList();
    }

    /**
     * The first events of all streams of a kind of aggregate that came into being at a time or later.
     *
     * @param prefix of their names, without the slash
     */
    public <E extends LedgerEvent> List<Found<E>> firstsSince(String prefix, Instant from, Class<E> kind) {
        return each(database.sql(EventRow.SELECT
                                + "where stream > ? and stream < ? and sequence = 0 and at >= ? order by position")
                        .params(prefix + "/", prefix + "0", Nanos.of(from)))
                .flatMap(found -> found.as(kind).stream())
                .toList();
    }

    /** The events of the wanted kind in a part of the log. */
    public <E extends LedgerEvent> List<Found<E>> between(long after, long upTo, Class<E> kind) {
        return each(database.sql(EventRow.SELECT + "where position > ? and position <= ? order by position")
                        .params(after, upTo))
                .flatMap(found -> found.as(kind).stream())
                .toList();
    }

    private Stream<Found<LedgerEvent>> each(StatementSpec asked) {
        return asked.query((row, number) -> EventRow.read(row, codec)).list().stream();
    }

    /** The latest event on a subject, if it is of the wanted kind. */
    public <E extends LedgerEvent> Optional<Found<E>> latestOn(Subject subject, Class<E> kind) {
        return one(EventRow.SELECT + "where subject = ? order by position desc limit 1", subject.name())
                .flatMap(found -> found.as(kind));
    }

    private Optional<Found<LedgerEvent>> one(String sql, Object key) {
        return database.sql(sql)
                .param(key)
                .query((row, number) -> EventRow.read(row, codec))
                .optional();
    }
}
