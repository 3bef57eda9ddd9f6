package kr.dure.api.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.LedgerEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some of the log, read page by page by those who tell others what happens. */
public final class LogSlice {
    private final JdbcClient database;
    private final EventCodec codec;

    public LogSlice(DataSource database, EventCodec codec) {
        this.database = JdbcClient.create(database);
        this.codec = codec;
    }

    /** The position of the newest event; 0 for an empty log. */
    public long head() {
        return database.sql("select coalesce(max(position), 0) from ledger.event")
                .query(Long.class)
                .single();
    }

    /** Events after a position, in order; fewer than the limit only at the end. */
    public List<StoredEvent> after(long position, int limit) {
        return database.sql(EventRow.SELECT + "where position > ? order by position limit ?")
                .params(position, limit)
                .query((row, number) -> EventRow.stored(row))
                .list();
    }

    /** @throws IllegalStateException if this version does not know the event */
    public Found<LedgerEvent> read(StoredEvent stored) {
        return new Found<>(codec.read(stored), stored.at(), stored.position());
    }

    /** The events at some positions, by them. */
    public Map<Long, Found<LedgerEvent>> at(Collection<Long> positions) {
        Map<Long, Found<LedgerEvent>> found = new HashMap<>();
        database.sql(EventRow.SELECT + "where position = any(?)")
                .param(positions.toArray(Long[]::new))
                .query((row, number) -> EventRow.read(row, codec))
                .list()
                .forEach(event -> found.put(event.position(), event));
        return found;
    }

    /** The first events of some operations. */
    public List<Found<LedgerEvent>> operations(Collection<OperationId> operations) {
        return database.sql(EventRow.SELECT + "where operation = any(?)")
                .param(operations.stream().map(OperationId::value).toArray(String[]::new))
                .query((row, number) -> EventRow.read(row, codec))
                .list();
    }

    /** Whether anything ever happened there. */
    public boolean knows(StreamId stream) {
        return database.sql("select exists (select from ledger.event where stream = ?)")
                .param(stream.toString())
                .query(Boolean.class)
                .single();
    }
}
