package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.dure.core.eventlog.StoredEvent;

/** What the groups of a schema could not take in and have put aside. Its statements belong to the caller's transaction. */
final class DeadLetters {
    private static final int LONGEST_ERROR = 2_000;

    private final String group;
    private final String schema;

    DeadLetters(String group, String schema) {
        this.group = group;
        this.schema = schema;
    }

    /** The streams of which something lies here. */
    Set<String> streams(Connection connection) throws SQLException {
        Set<String> streams = new HashSet<>();
        try (var query = prepare(connection, "select distinct stream from %s.dead_letter where projection = ?");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                streams.add(rows.getString(1));
            }
        }
        return streams;
    }

    List<DeadLetter> list(Connection connection) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (var query = prepare(connection, """
                        select projection, position, stream, type, error, attempts, parked_at
                        from %s.dead_letter where projection = ? order by position""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                letters.add(new DeadLetter(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getInt(6),
                        rows.getTimestamp(7).toInstant()));
            }
        }
        return letters;
    }

    /** @param attempts 1 for what could not be taken in, 0 for what only waits behind it */
    void park(Connection connection, StoredEvent event, String error, int attempts) throws SQLException {
        try (var insert = prepare(connection, """
                        insert into %s.dead_letter (projection, position, stream, type, error, attempts)
                        values (?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(2, event.position());
            insert.setString(3, event.stream());
            insert.setString(4, event.type());
            insert.setString(5, shortened(error));
            insert.setInt(6, attempts);
            insert.executeUpdate();
        }
        changed(connection);
    }

    /** @return whether it was still there */
    boolean remove(Connection connection, long position) throws SQLException {
        try (var delete = prepare(connection, "delete from %s.dead_letter where projection = ? and position = ?")) {
            delete.setLong(2, position);
            if (delete.executeUpdate() == 0) {
                return false;
            }
        }
        changed(connection);
        return true;
    }

    void failedAgain(Connection connection, long position, String error) throws SQLException {
        try (var update = prepare(
                connection,
                "update %s.dead_letter set attempts = attempts + 1, error = ? where projection = ? and position = ?",
                2)) {
            update.setString(1, shortened(error));
            update.setLong(3, position);
            update.executeUpdate();
        }
    }

    private void changed(Connection connection) throws SQLException {
        try (var update = prepare(connection, "update %s.projection set letters = letters + 1 where name = ?")) {
            update.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return prepare(connection, sql, 1);
    }

    /** @param groupAt the parameter that names the group */
    private PreparedStatement prepare(Connection connection, String sql, int groupAt) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.formatted(schema));
        statement.setString(groupAt, group);
        return statement;
    }

    private static String shortened(String error) {
        String storable = Texts.storable(error);
        return storable.length() <= LONGEST_ERROR ? storable : storable.substring(0, LONGEST_ERROR);
    }
}
