package kr.dure.ops.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that several nodes share, as an operator's own would be; its server ends with the virtual machine. */
final class SharedDatabase {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private SharedDatabase(String name) {
        this.name = name;
    }

    private static EmbeddedPostgres start() {
        try {
            // The library starts it with fsync off; what is said here comes later on the command line, and wins.
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static SharedDatabase create() throws SQLException {
        String name = "nodes" + DATABASES.incrementAndGet();
        try (var admin = SERVER.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("create role " + name + " login createrole password 'town square'");
            statement.execute("create database " + name + " owner " + name);
        }
        return new SharedDatabase(name);
    }

    /** What tells a process to use it. */
    Map<String, String> environment() {
        return Map.of(
                "DURE_DB_URL",
                "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name,
                "DURE_DB_USER",
                name,
                "DURE_DB_PASSWORD",
                "town square");
    }

    /** As superuser. */
    Connection connect() throws SQLException {
        return SERVER.getDatabase("postgres", name).getConnection();
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The first column of each row. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
