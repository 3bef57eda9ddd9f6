package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What the tests here start from. */
final class Given {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
    private static final Path MODEL = Path.of("target", "postgres-model").toAbsolutePath();
    private static final String NAME = "자료 data";
    private static boolean modelled = false;

    private Given() {}

    /** A place where a ledger has never been started; the programs are there already, as unpacking takes time. */
    static Path freshPlace(Path temporary) throws IOException, InterruptedException {
        Binaries.unpack(PROGRAMS, Platform.here(), sentence -> {});
        Path place = PrivateFiles.directory(temporary.resolve(NAME));
        PrivateFiles.directory(place.resolve("bin"));
        replicate(PROGRAMS, place.resolve("bin"), (from, to) -> Files.createLink(to, from));
        return place;
    }

    /** A place where a ledger has been started and stopped once. */
    static synchronized Path place(Path temporary) throws IOException, InterruptedException {
        if (!modelled) {
            PrivateFiles.deleteTree(MODEL);
            try (DataDirectory model = DataDirectory.open(freshPlace(MODEL))) {
                started(model).close();
            }
            modelled = true;
        }
        if (Files.exists(temporary.resolve(NAME))) {
            return temporary.resolve(NAME);
        }
        Path place = freshPlace(temporary);
        replicate(
                MODEL.resolve(NAME).resolve("postgres"),
                place.resolve("postgres"),
                (from, to) -> Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES));
        return place;
    }

    static DataDirectory data(Path temporary) throws IOException, InterruptedException {
        return DataDirectory.open(place(temporary));
    }

    private interface Copy {
        void make(Path from, Path to) throws IOException;
    }

    private static void replicate(Path from, Path to, Copy copy) throws IOException {
        List<Path> sources;
        try (Stream<Path> tree = Files.walk(from)) {
            sources = tree.toList();
        }
        for (Path source : sources) {
            Path target = to.resolve(from.relativize(source));
            if (Files.isDirectory(source)) {
                PrivateFiles.directory(target);
            } else {
                copy.make(source, target);
            }
        }
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
