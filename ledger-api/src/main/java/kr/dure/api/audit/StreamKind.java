package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.ledger.LedgerEvent;

/** Streams of one kind of aggregate, refolded one after the other and compared some at a time. */
final class StreamKind<T> {
    private static final int AT_ONCE = 1_000;

    private final String prefix;
    private final Refolding<T> refolding;
    private final Rows rows;
    private final List<Refolded> waiting = new ArrayList<>();
    private String id = "";
    private long since;

    StreamKind(String prefix, Refolding<T> refolding, Rows rows) {
        this.prefix = prefix;
        this.refolding = refolding;
        this.rows = rows;
    }

    /** What the tables hold of some aggregates. */
    interface Rows {
        /** Holds them against the aggregates themselves. */
        void compare(List<Refolded> aggregates) throws SQLException;

        /** Names rows of aggregates that the log does not know up to a position. */
        void surplus(long position) throws SQLException;
    }

    boolean has(String stream) {
        return stream.startsWith(prefix);
    }

    void begin(StoredEvent first, long nanos) {
        id = first.stream().substring(prefix.length());
        since = nanos;
        refolding.begin();
    }

    void fold(StoredEvent stored, LedgerEvent event) {
        refolding.fold(stored, event);
    }

    void finish() throws SQLException {
        waiting.add(new Refolded(id, since, refolding.state()));
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        rows.compare(List.copyOf(waiting));
        waiting.clear();
    }

    void end(long position) throws SQLException {
        flush();
        rows.surplus(position);
    }
}
