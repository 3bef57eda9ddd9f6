package kr.dure.api;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dure.core.eventlog.PostgresLog;
import org.junit.jupiter.api.Assertions;

/** A real PostgreSQL, started once for all tests and as durable as in earnest; it ends with the virtual machine. */
final class TestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            // The library starts it with fsync off; what is said here comes later on the command line, and wins.
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            TestDatabase.run(server.getPostgresDatabase(), "create role owner login; create role app login");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            return Assertions.fail(failure);
        }
    }

    /** A new database with an empty log and an empty read side, made by {@code owner} for {@code app}. */
    static TestDatabase newDatabase() throws SQLException {
        var database = create("");
        TestDatabase.run(database.owner(), script(PostgresLog.class, "schema/V1__event_log.sql"));
        for (String name : List.of(
                "schema/V2__read_side.sql",
                "schema/V3__dead_letters.sql",
                "schema/V4__pots_in_one_table.sql",
                "schema/V15__orders.sql")) {
            TestDatabase.run(database.owner(), "begin; " + script(ReadSide.class, name) + "commit");
        }
        return database;
    }

    /** A database with everything that another one holds, which nobody may be using. */
    static TestDatabase copyOf(TestDatabase original) throws SQLException {
        return create(" template " + original.name());
    }

    private static TestDatabase create(String options) throws SQLException {
        String name = "town" + DATABASES.incrementAndGet();
        TestDatabase.run(SERVER.getPostgresDatabase(), "create database " + name + " owner owner" + options);
        return new TestDatabase(
                name,
                SERVER.getDatabase("postgres", name),
                SERVER.getDatabase("owner", name),
                SERVER.getDatabase("app", name));
    }

    private static String script(Class<?> beside, String name) {
        try (var file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("${app}", "app");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
