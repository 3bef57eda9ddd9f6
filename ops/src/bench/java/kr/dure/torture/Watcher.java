package kr.dure.torture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who reads all the time, one snapshot after the other, and finds the town's money whole in each. */
final class Watcher {
    private static final long PAUSE_MILLIS = 60;

    /** In each snapshot: what must give no row. The first column says what is wrong. */
    private static final String[] NEVER = {"""
        select 'the balances of ' || unit || ' sum to ' || sum(amount)
        from read.balance group by unit having sum(amount) <> 0""", """
        select account || ' is below zero: ' || amount || ' ' || unit
        from read.balance where amount < 0 and split_part(account, ':', 1)
            in ('wallet', 'hold', 'points', 'merchant', 'settlement', 'budget', 'expired', 'conversion', 'bags')""", """
        select 'pot ' || pot || ' of ' || wallet || ' holds ' || remaining || ', of which held ' || held
        from read.pot where remaining < held or held < 0"""};

    private static final String NEW_POSTINGS = """
            select 'the postings of ' || position || ' sum to ' || sum(amount) || ' ' || unit
            from read.posting where position > ? group by position, unit having sum(amount) <> 0""";

    private static final String NEW_EVENTS =
            "select position, at, epoch from ledger.event where position > ? order by position";

    private final Site site;
    private final Violations violations;
    private final Pulse views = new Pulse();
    private long snapshots;
    private long position;
    private long at;
    private long epoch;
    private long shown;

    Watcher(Site site, Violations violations) {
        this.site = site;
        this.violations = violations;
    }

    /** Until it is interrupted. */
    void run() {
        @Nullable Connection connection = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    if (connection == null) {
                        connection = site.connect();
                        connection.setAutoCommit(false);
                        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                    }
                    look(connection);
                } catch (SQLException down) {
                    close(connection);
                    connection = null;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        } finally {
            close(connection);
        }
    }

    private static void close(@Nullable Connection connection) {
        try (connection) {
            // what it read is read
        } catch (SQLException broken) {
            // it was read only
        }
    }

    private void look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : NEVER) {
                try (var rows = statement.executeQuery(sql)) {
                    tell(rows);
                }
            }
        }
        try (var query = connection.prepareStatement(NEW_POSTINGS)) {
            query.setLong(1, shown);
            try (var rows = query.executeQuery()) {
                tell(rows);
            }
        }
        progress(connection);
        events(connection);
        connection.commit();
        synchronized (this) {
            snapshots++;
        }
    }

    private void tell(ResultSet rows) throws SQLException {
        while (rows.next()) {
            violations.add("in a snapshot: " + rows.getString(1));
        }
    }

    /** Projections may fall back when PostgreSQL is killed, for their commits do not wait for the disk. */
    private void progress(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select p.position, p.halted_at, p.error,"
                        + " (select coalesce(max(position), 0) from ledger.event)"
                        + " from read.projection p where p.name = 'money'")) {
            row.next();
            if (row.getObject(2) != null) {
                violations.add("the projection is halted at " + row.getLong(2) + ": " + row.getString(3));
            }
            if (row.getLong(1) != shown || row.getLong(1) == row.getLong(4)) {
                views.beat();
            }
            shown = row.getLong(1);
        }
    }

    /** What was seen once stays, so it is enough to look at what is new. */
    private void events(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(NEW_EVENTS)) {
            query.setLong(1, position);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    next(rows.getLong(1), rows.getLong(2), rows.getLong(3));
                }
            }
        }
    }

    private void next(long nextPosition, long nextAt, long nextEpoch) {
        if (nextPosition != position + 1) {
            violations.add("in a snapshot the log goes from position " + position + " to " + nextPosition);
        }
        if (nextAt < at) {
            violations.add("time goes back at position " + nextPosition);
        }
        if (nextEpoch < epoch) {
            violations.add("the epoch goes back at position " + nextPosition + ", from " + epoch + " to " + nextEpoch);
        }
        position = nextPosition;
        at = nextAt;
        epoch = nextEpoch;
    }

    synchronized long snapshots() {
        return snapshots;
    }

    /** Of the projections: how long they stood still at most while there was something to show. */
    Pulse views() {
        return views;
    }
}
