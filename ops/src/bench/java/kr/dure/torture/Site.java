package kr.dure.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.node.Place;
import kr.dure.ops.postgres.DataDirectory;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.OwnDatabase;
import kr.dure.ops.postgres.Postgres;
import kr.dure.ops.postgres.PostgresUnavailable;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, the nodes over it, and what keeps both running between the faults. */
final class Site implements AutoCloseable {
    /** Recoveries are many here, so checkpoints are, too; and all nodes of all cycles may still have sessions. */
    private static final String SETTINGS = """
            max_connections = 200
            checkpoint_timeout = '30s'
            min_wal_size = '64MB'
            max_wal_size = '256MB'
            """;

    /** In seconds; a production ledger gives a holder ten. */
    private static final int LEASE = 2;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Path data;
    private final Path town;
    private final @Nullable SmallDisk disk;
    private final Postgres postgres;
    private final LedgerKeys keys;
    private final List<TownNode> nodes = new ArrayList<>();
    private volatile boolean closed;

    /** @param ownDisk whether the disk is to fail, too */
    Site(Path data, boolean ownDisk, Consumer<String> progress) throws IOException {
        this.data = data;
        try {
            this.disk = ownDisk ? later(SmallDisk.in(data)) : null;
            this.town = disk == null ? data : disk.place().resolve("town");
            var directory = DataDirectory.open(town);
            opened.push(directory);
            Files.writeString(Files.createDirectories(town.resolve("postgres")).resolve("local.conf"), SETTINGS);
            this.postgres = Postgres.start(directory, progress);
            opened.push(postgres);
            this.keys = LedgerKeys.openOrCreate(KeyPlace.of(data, Map.of()), new SecureRandom());
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private <T extends AutoCloseable> @Nullable T later(@Nullable T resource) {
        if (resource != null) {
            opened.push(resource);
        }
        return resource;
    }

    /** Adds nodes; they are started by {@link #keepRunning}. */
    void addNodes(int count) throws IOException {
        var database = postgres.database();
        var place = KeyPlace.of(data, Map.of());
        Map<String, String> environment = Map.of(
                "DURE_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d"
                        + database.url().substring(database.url().lastIndexOf('/')),
                "DURE_DB_USER",
                database.owner().user(),
                "DURE_DB_PASSWORD",
                database.owner().password(),
                "DURE_DB_APP_USER",
                database.app().user(),
                "DURE_DB_APP_PASSWORD",
                database.app().password(),
                KeyPlace.STORE,
                place.store().toString(),
                KeyPlace.PASSWORD,
                Files.readString(data.resolve("keys").resolve("password")).strip());
        for (int number : IntStream.rangeClosed(1, count).toArray()) {
            var node = new TownNode(data.resolve("node" + number), LEASE, environment, keys, this::port);
            nodes.add(node);
            opened.push(node);
        }
    }

    private int port() {
        String url = postgres.database().url();
        return Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
    }

    LedgerKeys keys() {
        return keys;
    }

    Database database() {
        return postgres.database();
    }

    /** The ledger, for a look at it from this process. */
    Place place() {
        var database = database();
        return new Place(data.resolve("checker"), new OwnDatabase(database.url(), database.owner(), database.app()));
    }

    List<TownNode> nodes() {
        return nodes;
    }

    @Nullable
    SmallDisk disk() {
        return disk;
    }

    Connection connect() throws SQLException {
        var database = database();
        return DriverManager.getConnection(
                database.url(), database.app().user(), database.app().password());
    }

    /** Sees all sessions. */
    Connection connectAsSuperuser() throws SQLException, IOException {
        return DriverManager.getConnection(
                database().url(), "postgres", Files.readString(town.resolve("postgres/superuser.password")));
    }

    /** @param what is told what is not as it should be */
    synchronized void keepRunning(Consumer<String> what) throws IOException {
        if (closed) {
            return;
        }
        try {
            postgres.ensureRunning();
        } catch (PostgresUnavailable notNow) {
            return; // its disk may be full, or it is just ending
        }
        for (var node : nodes) {
            String wrong = node.keepRunning();
            if (wrong != null) {
                what.accept(wrong);
            }
        }
    }

    /** Whether somebody has put an end to it: what is found from then on says nothing. */
    boolean isClosed() {
        return closed;
    }

    /** PostgreSQL's first process, whose end makes all others end; nothing while it is down. */
    Optional<ProcessHandle> postmaster() throws IOException {
        try (Stream<String> lines = Files.lines(town.resolve("postgres/cluster/postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (NoSuchFileException down) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var node : nodes) {
            node.kill(); // before anything waits for anything
        }
        synchronized (this) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception failure) {
                    System.err.println("not closed: " + failure.getMessage());
                }
            }
        }
    }
}
