package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Projections that share one position, in the tables of one schema. */
public final class ProjectionGroup {
    private final String name;
    private final String schema;
    private final OnPoison onPoison;
    private final LogPages log;
    private final EventCodec codec;
    private final Supplier<List<Changes>> changes;
    private final Reading reader;
    private final DeadLetters letters;

    public ProjectionGroup(
            String name,
            String schema,
            OnPoison onPoison,
            LogPages log,
            EventCodec codec,
            Supplier<List<Changes>> changes) {
        this.name = name;
        this.schema = schema;
        this.onPoison = onPoison;
        this.log = log;
        this.codec = codec;
        this.changes = changes;
        this.reader = switch (onPoison) {
            case HALT -> new BatchReader(log, codec, changes);
            case PARK -> new EventReader(log, codec, changes);
        };
        this.letters = new DeadLetters(name, schema);
    }

    public String name() {
        return name;
    }

    OnPoison onPoison() {
        return onPoison;
    }

    /** Reads what comes next, about {@code limit} events of it. */
    Batch read(long after, int limit, Set<String> parked) {
        return reader.read(after, limit, parked);
    }

    /**
     * Writes a batch and the position that it leads to, in one transaction.
     *
     * @param standing from where the batch was read
     * @return false if it does not follow any more, for somebody else has written: nothing was changed; and after dead
     *     letters, for what follows was read without knowing of them
     */
    boolean write(Connection connection, Batch batch, Standing standing) throws SQLException {
        return inTransaction(connection, () -> {
            Long before = timeAt(connection, batch.after(), standing.letters());
            if (before == null) {
                return false;
            }
            for (Changes change : batch.changes()) {
                change.write(connection, before);
            }
            for (StoredEvent waiting : batch.parked()) {
                letters.park(connection, waiting, "an earlier event of " + waiting.stream() + " lies here", 0);
            }
            advance(connection, batch.position(), batch.at());
            return batch.parked().isEmpty();
        });
    }

    /** Does some work on the tables, and leaves the position to {@link #stand}. */
    void work(Connection connection, Work work) throws SQLException {
        inTransaction(connection, () -> {
            work.run();
            return true;
        });
    }

    interface Work {
        void run() throws SQLException;
    }

    /** The position that the tables have now. */
    void stand(Connection connection, long position, long at) throws SQLException {
        work(connection, () -> advance(connection, position, at));
    }

    /**
     * Puts an event aside and goes past it.
     *
     * @return false if somebody else has gone past it already
     */
    boolean park(Connection connection, Poison poison) throws SQLException {
        StoredEvent event = log.after(poison.position() - 1, 1).getFirst();
        return inTransaction(connection, () -> {
            if (timeAt(connection, poison.position() - 1, null) == null) {
                return false;
            }
            letters.park(connection, event, String.valueOf(poison.getMessage()), 1);
            advance(connection, event.position(), Nanos.of(event.at()));
            return true;
        });
    }

    /** What was put aside, oldest first. */
    public List<DeadLetter> deadLetters(Connection connection) throws SQLException {
        return letters.list(connection);
    }

    /** @return whether it could be taken in this time, or is gone already */
    boolean retry(Connection connection, DeadLetter letter) throws SQLException {
        try {
            return inTransaction(connection, () -> {
                long before = lock(connection);
                if (letters.remove(connection, letter.position())) {
                    var fact = Fact.of(log.after(letter.position() - 1, 1).getFirst(), codec);
                    for (Changes change : changes.get()) {
                        change.take(fact);
                        change.write(connection, before);
                    }
                }
                return true;
            });
        } catch (SQLException | RuntimeException failure) {
            if (Faults.passes(failure)) {
                throw failure;
            }
            letters.failedAgain(connection, letter.position(), String.valueOf(failure.getMessage()));
            return false;
        }
    }

    private interface Transaction {
        boolean run() throws SQLException;
    }

    private boolean inTransaction(Connection connection, Transaction work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            begin(connection);
            boolean result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Commits do not wait for the disk, which the package's rules explain. Plans are made for the tables as they are now:
     * a plan kept since they were small would read all of them. What changes is found by its key, for it is in memory: at
     * the usual price of a page out of order, a table of some ten thousand rows would be read whole. A batch's rows fit into
     * memory while they are joined.
     */
    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off; set local plan_cache_mode = force_custom_plan;"
                    + " set local random_page_cost = 1.1; set local work_mem = '64MB';"
                    + " set local search_path = " + schema);
        }
    }

    /** The time of the newest event that is taken in; nobody else can write until the end. */
    private long lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select at from projection where name = ? for update")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * The time of the event at a position, if the group stands there; nobody else can move it until the end.
     *
     * @param seen how often dead letters have changed, as far as the asker knows, or null if it does not matter
     */
    private @Nullable Long timeAt(Connection connection, long position, @Nullable Long seen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select at from projection where name = ? and position = ? and letters = coalesce(?, letters) for update")) {
            statement.setString(1, name);
            statement.setLong(2, position);
            statement.setObject(3, seen, Types.BIGINT);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private void advance(Connection connection, long position, long at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update projection set position = ?, at = ?, halted_at = null, error = null where name = ?")) {
            statement.setLong(1, position);
            statement.setLong(2, at);
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
        String sql = "select position, at, halted_at, error, letters from " + schema + ".projection where name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no projection " + name + " in schema " + schema);
                }
                return new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, Long.class),
                        row.getString(4),
                        row.getLong(5),
                        onPoison == OnPoison.PARK ? letters.streams(connection) : Set.of());
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

    /**
     * One projector at a time, over all nodes; the lock ends with its connection at the latest, and that ends after some
     * silence: a process that was stopped does not keep the others waiting.
     */
    boolean tryToLead(Connection connection, Duration silence) throws SQLException {
        boolean leads = tryToLock(connection);
        if (leads) {
            String limit = "'" + silence.toMillis() + "ms'";
            execute(
                    connection,
                    "set idle_session_timeout = " + limit + "; set idle_in_transaction_session_timeout = " + limit);
        }
        return leads;
    }

    private boolean tryToLock(Connection connection) throws SQLException {
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
        execute(
                connection,
                "select pg_advisory_unlock_all(); reset idle_session_timeout; reset idle_in_transaction_session_timeout");
    }

    /** Says something, so that the connection is not taken for silent. */
    void showLife(Connection connection) throws SQLException {
        execute(connection, "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * @param at the time of the newest event that is taken in
     * @param haltedAt the position that halted it, or null while it goes on
     * @param letters how often its dead letters have changed
     * @param parked the streams of which something lies among them
     */
    record Standing(
            long position,
            long at,
            @Nullable Long haltedAt,
            @Nullable String error,
            long letters,
            Set<String> parked) {}
}
