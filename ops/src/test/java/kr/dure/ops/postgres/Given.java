package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kr.dure.ops.ModelPlace;

/** What the tests here start from. */
final class Given {
    private Given() {}

    /** The place of a ledger that has been started and stopped; the same one each time. */
    static Path place(Path temporary) throws IOException {
        Path place = temporary.resolve(ModelPlace.NAME);
        return Files.exists(place) ? place : ModelPlace.ready(temporary);
    }

    static DataDirectory data(Path temporary) throws IOException {
        return DataDirectory.open(place(temporary));
    }

    static Postgres started(DataDirectory data) {
        return Postgres.start(data, sentence -> {});
    }

    static long pid(DataDirectory data) throws IOException {
        return postmaster(data).pid();
    }

    static Postmaster postmaster(DataDirectory data) throws IOException {
        return Postmaster.of(Cluster.in(data.postgres())).orElseThrow();
    }

    static Login superuser(DataDirectory data) throws IOException {
        return Cluster.in(data.postgres()).superuser();
    }

    static Connection connect(Database database, Login login) throws SQLException {
        return DriverManager.getConnection(database.url(), login.user(), login.password());
    }

    static void execute(Database database, Login login, String sql) throws SQLException {
        try (Connection connection = connect(database, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Database database, Login login, String sql) throws SQLException {
        try (Connection connection = connect(database, login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Another Java process with our class path, as a second `dure` would be. */
    static Process anotherProcess(Class<?> main, Path place) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        List.of(java, "-cp", System.getProperty("java.class.path"), main.getName(), place.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A `dure` that starts the database, says so, and goes on until it is killed. */
    static final class Ledger {
        public static void main(String[] arguments) throws IOException {
            DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
            System.out.println("locked");
            System.out.println(Given.started(data).database().url());
            System.in.read();
        }
    }
}
