package kr.dure.api.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import kr.dure.api.projection.Nanos;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.ledger.LedgerEvent;

/** A row of the log, without what only its writer asks for. */
final class EventRow {
    static final String SELECT = "select position, at, type, revision, stream, sequence, payload from ledger.event ";

    private EventRow() {}

    static Found<LedgerEvent> read(ResultSet row, EventCodec codec) throws SQLException {
        var stored = stored(row);
        return new Found<>(codec.read(stored), stored.at(), stored.position());
    }

    static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                Nanos.toInstant(row.getLong("at")),
                row.getString("type"),
                row.getInt("revision"),
                row.getString("stream"),
                row.getLong("sequence"),
                null,
                null,
                null,
                row.getString("payload"));
    }
}
