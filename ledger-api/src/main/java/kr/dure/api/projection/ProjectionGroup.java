package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import kr.dure.core.eventlog.EventCodec;
import org.jspecify.annotations.Nullable;

/** Projections that share one position, in the tables of one schema. */
public final class ProjectionGroup {
    private final String name;
    private final String schema;
    private final BatchReader reader;

    public ProjectionGroup(
            String name, String schema, LogPages log, EventCodec codec, Supplier<List<Changes>> changes) {
        this.name = name;
        this.schema = schema;
        this.reader = new BatchReader(log, codec, changes);
    }

    /** Reads what comes next, about {@code limit} events of it. */
    Batch read(long after, int limit) {
        return reader.read(after, limit);
    }

    /**
     * Writes a batch and the position that it leads to, in one transaction.
     *
     * @return false if somebody else has written it: nothing was changed
     */
    boolean write(Connection connection, Batch batch) throws SQLException {
        connection.setAutoCommit(false);
        try {
            begin(connection);
            Long before = timeAt(connection, batch.after());
            boolean next = before != null;
            if (before != null) {
                for (Changes change : batch.changes()) {
                    change.write(connection, before);
                }
                advance(connection, batch);
            }
            connection.commit();
            return next;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Commits do not wait for the disk, which the package's rules explain. Plans are made for the tables as they are now:
     * a plan kept since they were small would read all of them.
     */
    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off; set local plan_cache_mode = force_custom_plan;"
                    + " set local search_path = " + schema);
        }
    }

    /** The time of the event at a position, if the group stands there; nobody else can move it until the end. */
    private @Nullable Long timeAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select at from projection where name = ? and position = ? for update")) {
            statement.setString(1, name);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private void advance(Connection connection, Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update projection set position = ?, at = ?, halted_at = null, error = null where name = ?")) {
            statement.setLong(1, batch.position());
            statement.setLong(2, batch.at());
            statement.setString(3, name);
            statement.executeUpdate();
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Where the group stands. */
    Standing standing(Connection connection) throws SQLException {
        String sql = "select position, halted_at, error from " + schema + ".projection where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no projection " + name + " in schema " + schema);
                }
                return new Standing(row.getLong(1), row.getObject(2, Long.class), row.getString(3));
            }
        }
    }

    /** Notes what halted the group, beside the position that it keeps. */
    void halt(Connection connection, Poison poison) throws SQLException {
        String sql = "update " + schema + ".projection set halted_at = ?, error = ? where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, poison.position());
            statement.setString(2, Texts.storable(String.valueOf(poison.getMessage())));
            statement.setString(3, name);
            statement.executeUpdate();
        }
    }

    /** One projector at a time, over all nodes; the lock ends with its connection at the latest. */
    boolean tryToLead(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "kr.dure " + schema + " " + name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** A pool may give the connection to somebody else. */
    void stopLeading(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    /** @param haltedAt the position that halted it, or null while it goes on */
    record Standing(
            long position,
            @Nullable Long haltedAt,
            @Nullable String error) {}
}
