package kr.dure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.dure.ops.postgres.DataDirectory;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.Postgres;

/** The PostgreSQL that all subjects share, with a database for each, as durable as the one that Dure serves with. */
final class Server implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    /** Linux counts processor time in hundredths of a second. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** All contestants of a scenario keep their connections while the others run. */
    private static final String SETTINGS = "max_connections = 200\n";

    private final Path data;
    private final DataDirectory directory;
    private final Postgres postgres;
    private final Set<String> made = new HashSet<>();

    Server(Path data, Consumer<String> progress) {
        this.data = data;
        this.directory = DataDirectory.open(data);
        try {
            Path postgresHome = Files.createDirectories(data.resolve("postgres"));
            Files.writeString(postgresHome.resolve("local.conf"), SETTINGS);
            this.postgres = Postgres.start(directory, progress);
        } catch (IOException failure) {
            directory.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException | Error failure) {
            directory.close();
            throw failure;
        }
    }

    /** A new, empty database of that name. */
    Database database(String name) throws SQLException, IOException {
        var usual = postgres.database();
        drop(name);
        execute("create database " + name + " owner " + usual.owner().user() + " template template0");
        execute("revoke all on database " + name + " from public");
        execute("grant connect on database " + name + " to " + usual.app().user());
        made.add(name);
        return new Database(url(name), usual.owner(), usual.app());
    }

    void drop(String name) throws SQLException, IOException {
        execute("drop database if exists " + name + " with (force)");
        made.remove(name);
    }

    private String url(String database) {
        String url = postgres.database().url();
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    int port() {
        return java.net.URI.create(url(SUPERUSER).substring("jdbc:".length())).getPort();
    }

    String version() throws SQLException, IOException {
        return ask("show server_version");
    }

    /** Everything that was changed goes to the disk, so that the next run pays for itself only. */
    void checkpoint() throws SQLException, IOException {
        execute("checkpoint");
    }

    /** How much log the server has written in all. */
    long writtenBytes() throws SQLException, IOException {
        return Long.parseLong(ask("select (pg_current_wal_insert_lsn() - '0/0')::bigint"));
    }

    /** Processor time of the server and all its processes; 0 where there is no {@code /proc}. */
    long cpuNanos() throws IOException {
        Path pidFile = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        String postmaster = Files.readAllLines(pidFile).getFirst().strip();
        if (!Files.isDirectory(Path.of("/proc", postmaster))) {
            return 0;
        }
        long ticks = ticks(postmaster, true);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().children()) {
            for (var child : children.toList()) {
                ticks += ticks(Long.toString(child.pid()), false);
            }
        }
        return ticks * NANOS_PER_TICK;
    }

    /** Of a process, and of its children that have ended (proc_pid_stat(5), fields 14 to 17). */
    private static long ticks(String process, boolean withEnded) throws IOException {
        Path file = Path.of("/proc", process, "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    /** From now on it and all its processes use one core alone. */
    void pin(int core) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        String postmaster = Files.readAllLines(pidFile).getFirst().strip();
        var family = new ArrayList<>(List.of(postmaster));
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().children()) {
            children.forEach(child -> family.add(Long.toString(child.pid())));
        }
        for (String process : family) {
            var taskset = new ProcessBuilder("taskset", "--cpu-list", "--pid", Integer.toString(core), process)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            boolean pinned = taskset.start().waitFor() == 0;
            if (!pinned && ProcessHandle.of(Long.parseLong(process)).isPresent()) {
                throw new IOException("taskset cannot pin process " + process);
            }
        }
    }

    String superuserPassword() throws IOException {
        return Files.readString(data.resolve("postgres").resolve("superuser.password"));
    }

    private void execute(String sql) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(url(SUPERUSER), SUPERUSER, superuserPassword());
    }

    @Override
    public void close() {
        try (directory;
                postgres) {
            for (String name : Set.copyOf(made)) {
                drop(name);
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
