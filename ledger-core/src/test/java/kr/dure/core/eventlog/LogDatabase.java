package kr.dure.core.eventlog;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A database with a log, as three roles see it: who may do anything, who migrates, who runs. */
record LogDatabase(int port, DataSource admin, DataSource owner, DataSource app) {
    /** Of a connection of its writer. */
    private static final String WRITERS =
            " from pg_stat_activity where application_name = 'dure writer' and datname = current_database()";

    static void run(DataSource as, String sql) throws SQLException {
        try (var connection = as.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = admin.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    long events() throws SQLException {
        return number("select count(*) from ledger.event");
    }

    /** The process of the writer's session, or 0. */
    long writer() throws SQLException {
        return number("select coalesce(max(pid), 0)" + WRITERS);
    }

    /** In microseconds. */
    long writerLastHeardOf() throws SQLException {
        return number("select (extract(epoch from max(state_change)) * 1000000)::bigint" + WRITERS);
    }

    /** Ends the writer's session, from the server's side. */
    void killWriter() throws SQLException {
        run(admin, "select pg_terminate_backend(pid, 10000)" + WRITERS);
    }

    void awaitWriterWaitingForALock() {
        await().until(() -> number("select count(*)" + WRITERS + " and wait_event_type = 'Lock'") == 1);
    }

    /** Holds the lease's row as an append or a taker does, until closed. */
    Hold hold(String how) throws SQLException {
        var connection = admin.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select from ledger.lease " + how);
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    interface Hold extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
