package kr.dure.api.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.LedgerEvent;

/** The events of one aggregate, found by their place in the log without reading those before it. */
public final class EventStream {
    private static final String EVENTS =
            EventRow.SELECT + "where stream = ? and sequence >= ? and position <= ? order by sequence limit ?";

    private final Snapshot snapshot;
    private final EventCodec codec;
    private final String stream;

    public EventStream(Snapshot snapshot, EventCodec codec, StreamId stream) {
        this.snapshot = snapshot;
        this.codec = codec;
        this.stream = stream.toString();
    }

    /** The first events after a position, up to another one. */
    public List<Found<LedgerEvent>> between(long after, long upTo, int most) throws SQLException {
        List<Found<LedgerEvent>> events = new ArrayList<>();
        snapshot.each(EVENTS, row -> events.add(EventRow.read(row, codec)), stream, firstAfter(after), upTo, most);
        return events;
    }

    /** Positions grow along a stream, so its sequence is searched by halves. */
    private long firstAfter(long position) throws SQLException {
        long before = -1;
        long after =
                1 + snapshot.number("select coalesce(max(sequence), -1) from ledger.event where stream = ?", stream);
        while (after - before > 1) {
            long middle = (before + after) >>> 1;
            if (snapshot.number("select position from ledger.event where stream = ? and sequence = ?", stream, middle)
                    <= position) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return after;
    }
}
