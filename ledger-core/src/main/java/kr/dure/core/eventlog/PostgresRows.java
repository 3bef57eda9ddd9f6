package kr.dure.core.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;
import org.jspecify.annotations.Nullable;

/** Rows of the log's tables to records and back. */
final class PostgresRows {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private PostgresRows() {}

    /** @throws ArithmeticException for a time after the year 2262 */
    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS_PER_SECOND), at.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                instant(row.getLong(2)),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getBytes(8),
                row.getString(9),
                row.getString(10));
    }

    static StoredRefusal refusal(ResultSet row) throws SQLException {
        return new StoredRefusal(
                row.getString(1), row.getBytes(2), instant(row.getLong(3)), row.getString(4), row.getString(5));
    }

    static StoredSnapshot snapshot(ResultSet row) throws SQLException {
        return new StoredSnapshot(row.getString(1), row.getLong(2), row.getString(3), row.getString(4));
    }

    static SealedPerson person(ResultSet row) throws SQLException {
        return new SealedPerson(new PersonId(row.getString(1)), row.getBytes(2), row.getBytes(3));
    }

    /** Binds a batch to {@link PostgresSql#APPEND}, or to {@link PostgresSql#APPEND_EVENTS} if there is nothing else. */
    static void bind(PreparedStatement append, LogBatch batch, long epoch) throws SQLException {
        var events = batch.events();
        append.setLong(1, epoch);
        append.setLong(2, events.isEmpty() ? 0 : events.getFirst().position() - 1);
        var columns = new Columns(append, 3);
        columns.longs(events, StoredEvent::position);
        columns.longs(events, event -> nanos(event.at()));
        columns.longs(events, StoredEvent::sequence);
        columns.integers(events, StoredEvent::revision);
        columns.texts(events, StoredEvent::type);
        columns.texts(events, StoredEvent::stream);
        columns.texts(events, StoredEvent::operation);
        columns.bytes(events, StoredEvent::digest);
        columns.texts(events, StoredEvent::subject);
        columns.texts(events, StoredEvent::payload);
        if (batch.isOfEventsAlone()) {
            return;
        }
        var refusals = batch.refusals();
        columns.longs(refusals, refusal -> nanos(refusal.at()));
        columns.texts(refusals, StoredRefusal::operation);
        columns.bytes(refusals, StoredRefusal::digest);
        columns.texts(refusals, StoredRefusal::code);
        columns.texts(refusals, StoredRefusal::answer);
        var people = batch.people();
        columns.texts(people, person -> person.person().value());
        columns.bytes(people, SealedPerson::wrappedKey);
        columns.bytes(people, SealedPerson::sealed);
    }

    /** Binds snapshots to {@link PostgresSql#KEEP}. */
    static void bind(PreparedStatement keep, List<StoredSnapshot> snapshots) throws SQLException {
        var columns = new Columns(keep, 1);
        columns.texts(snapshots, StoredSnapshot::stream);
        columns.longs(snapshots, StoredSnapshot::sequence);
        columns.texts(snapshots, StoredSnapshot::form);
        columns.texts(snapshots, StoredSnapshot::state);
    }

    /** Binds columns of records as arrays, one after the other. The driver sends all of these kinds in binary form. */
    static final class Columns {
        private final PreparedStatement statement;
        private final Connection connection;
        private int next;

        Columns(PreparedStatement statement, int first) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
            this.next = first;
        }

        <T> void longs(List<T> rows, Function<T, Long> column) throws SQLException {
            add("int8", rows.stream().map(column).toArray(Long[]::new));
        }

        <T> void integers(List<T> rows, Function<T, Integer> column) throws SQLException {
            add("int4", rows.stream().map(column).toArray(Integer[]::new));
        }

        <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
            add("text", rows.stream().map(column).toArray(String[]::new));
        }

        <T> void bytes(List<T> rows, Function<T, byte @Nullable []> column) throws SQLException {
            add("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }

        private void add(String type, @Nullable Object[] array) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, array));
        }
    }
}
