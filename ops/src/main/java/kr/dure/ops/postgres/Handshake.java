package kr.dure.ops.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Whether a running server is ours: it takes our password and serves our directory. */
record Handshake(Cluster cluster, Postmaster postmaster) {
    private static final String INVALID_PASSWORD = "28P01";
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration BEAT = Duration.ofSeconds(5);

    /**
     * Waits until the server takes connections, however long it recovers.
     *
     * @return false if the server ended, or patience did
     */
    boolean answers(Patience patience, Runnable beat) throws IOException, InterruptedException {
        Patience untilBeat = new Patience(BEAT);
        while (postmaster.alive() && !patience.over()) {
            if (Postmaster.ready(cluster) && tookPassword(patience)) {
                return true;
            }
            if (untilBeat.over()) {
                beat.run();
                untilBeat = new Patience(BEAT);
            }
            patience.pause(STEP);
        }
        return false;
    }

    private boolean tookPassword(Patience patience) throws IOException {
        try (Connection connection = connect(postmaster.port(), "postgres", cluster.superuser())) {
            requireOurs(connection);
            return true;
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                throw new PostgresUnavailable.PasswordLost(cluster.passwordFile(), e);
            }
            if (patience.over()) {
                throw new PostgresUnavailable.GaveUpWaiting(patience.spent(), String.valueOf(e.getMessage()), e);
            }
            return false;
        }
    }

    static Connection connect(int port, String database, Login login) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(port, database));
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        return source.getConnection(login.user(), login.password());
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void requireOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!rows.getString(1).equals(cluster.directory().toString())) {
                String reason = "port " + postmaster.port() + " is answered for " + rows.getString(1);
                throw new PostgresUnavailable.DidNotStart(reason, cluster.directory());
            }
        }
    }
}
