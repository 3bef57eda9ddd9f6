package kr.dure.core.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * One session of the writer with PostgreSQL, from its opening on. It holds the lock of the lease while it lives, and
 * everything that is appended goes through it.
 */
final class WriterSession implements AutoCloseable {
    /** A database that is silent for longer is given up. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final PreparedStatement append;
    private final PreparedStatement appendEvents;
    private final Identity identity;

    /** A session, so that it can be found again from another one; a process id alone may be used anew. */
    record Identity(int process, String start) {}

    private WriterSession(Connection connection, Duration idleLimit) throws SQLException {
        this.connection = connection;
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_SILENCE.toMillis()));
        try (var open = connection.prepareStatement(PostgresSql.OPEN_SESSION)) {
            open.setString(1, idleLimit.toMillis() + "ms");
            try (var row = first(open)) {
                this.identity = new Identity(row.getInt(7), row.getString(8));
            }
        }
        this.append = connection.prepareStatement(PostgresSql.APPEND);
        this.appendEvents = connection.prepareStatement(PostgresSql.APPEND_EVENTS);
    }

    /**
     * @param idleLimit how long the session may say nothing before the server ends it
     * @throws LogUnavailable if there is no database to be had
     */
    static WriterSession open(DataSource database, Duration idleLimit) {
        try {
            var connection = database.getConnection();
            try {
                return new WriterSession(connection, idleLimit);
            } catch (SQLException | RuntimeException | Error failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new LogUnavailable(PostgresFailure.line(failure), failure);
        }
    }

    Identity identity() {
        return identity;
    }

    boolean isAlive() {
        return PostgresFailure.isAlive(connection);
    }

    /** Ends another session of this node and waits for its end; one that is gone already is fine. */
    void end(Identity other) throws SQLException {
        try (var end = connection.prepareStatement(PostgresSql.END_SESSION)) {
            end.setInt(1, other.process());
            end.setString(2, other.start());
            end.execute();
        }
    }

    boolean lock() throws SQLException {
        try (var lock = connection.prepareStatement(PostgresSql.LOCK);
                var row = first(lock)) {
            return row.getBoolean(1);
        }
    }

    Lease lease() throws SQLException {
        try (var lease = connection.prepareStatement(PostgresSql.LEASE);
                var row = first(lease)) {
            return new Lease(row.getLong(1), row.getString(2));
        }
    }

    record Lease(long epoch, String holder) {}

    long nextEpoch(String holder) throws SQLException {
        try (var next = connection.prepareStatement(PostgresSql.NEXT_EPOCH)) {
            next.setString(1, holder);
            try (var row = first(next)) {
                return row.getLong(1);
            }
        }
    }

    /** Gives the lease back and ends; a session that is dead has given it back already. */
    void giveBack(long epoch) {
        try (this;
                var giveBack = connection.prepareStatement(PostgresSql.GIVE_BACK);
                var unlock = connection.prepareStatement(PostgresSql.UNLOCK)) {
            giveBack.setLong(1, epoch);
            giveBack.executeUpdate();
            unlock.execute();
        } catch (SQLException dead) {
            PostgresLog.LOG.debug("the lease was given back by the end of its session", dead);
        }
    }

    /**
     * @throws LeaseLost if the lease has another epoch
     * @throws LogRefused if the batch cannot be in this log
     * @throws LogUnavailable if the database takes nothing just now; the session lives
     * @throws OutcomeUnknown in any doubt; the session is of no more use
     */
    void append(LogBatch batch, long epoch) {
        var statement = batch.isOfEventsAlone() ? appendEvents : append;
        bind(statement, batch, epoch);
        boolean held;
        boolean following;
        try (var row = first(statement)) {
            held = row.getBoolean(1);
            following = row.getBoolean(2);
        } catch (SQLException failure) {
            throw PostgresFailure.ofCommit(failure, connection);
        } catch (RuntimeException | Error failure) {
            throw new OutcomeUnknown(failure);
        }
        if (!held) {
            throw new LeaseLost(epoch);
        }
        if (!following) {
            long position = batch.events().getFirst().position();
            throw new LogRefused("position " + position + " would leave a gap after the last one", null);
        }
    }

    /** Sends nothing yet. */
    private static void bind(PreparedStatement statement, LogBatch batch, long epoch) {
        long position = batch.events().isEmpty() ? 0 : batch.events().getFirst().position();
        for (StoredEvent event : batch.events()) {
            if (event.position() != position++) {
                throw new LogRefused("a gap before position " + event.position(), null);
            }
        }
        try {
            PostgresRows.bind(statement, batch, epoch);
        } catch (SQLException | ArithmeticException unfit) {
            throw new LogRefused(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static ResultSet first(PreparedStatement query) throws SQLException {
        var row = query.executeQuery();
        row.next();
        return row;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException dead) {
            PostgresLog.LOG.debug("closing a dead session", dead);
        }
    }
}
