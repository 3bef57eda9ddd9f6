package kr.dure.core.eventlog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Assertions;

/** A real PostgreSQL, started once for all tests and as durable as in earnest. */
final class PostgresServer implements AutoCloseable {
    private static final String SCHEMA = "schema/V1__event_log.sql";

    private final EmbeddedPostgres server;
    private final LogDatabase database;

    private PostgresServer(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        try (var admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("create role owner login");
            statement.execute("create role app login");
            statement.execute("create database log owner owner");
        }
        this.database = new LogDatabase(
                server.getPort(),
                server.getDatabase("postgres", "log"),
                server.getDatabase("owner", "log"),
                server.getDatabase("app", "log"));
    }

    /** The one that tests share; it ends with the virtual machine. */
    static PostgresServer durable() {
        return Shared.SERVER;
    }

    static PostgresServer start(String fsync) {
        try {
            // The library starts it with fsync off; what is said here comes later on the command line, and wins.
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", fsync)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            return Assertions.fail(failure);
        }
    }

    /** The database with a log that is empty again, made by the role {@code owner} for the role {@code app}. */
    LogDatabase emptyLog() throws SQLException {
        LogDatabase.run(database.admin(), """
                select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename in ('owner', 'app');
                alter role app reset all;
                alter role app in database log reset all;
                drop schema if exists ledger, vault cascade
                """);
        LogDatabase.run(database.owner(), schema());
        return database;
    }

    private static String schema() {
        try (var file = PostgresLog.class.getResourceAsStream(SCHEMA)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("${app}", "app");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static final class Shared {
        private static final PostgresServer SERVER = start("on");
    }
}
