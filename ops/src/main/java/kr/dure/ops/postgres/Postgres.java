package kr.dure.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The ledger's own PostgreSQL, running. Close it after the connection pools and before the data directory; a process
 * that dies without closing leaves a server that the next start takes over.
 */
public final class Postgres implements AutoCloseable {
    /** Recovery after a crash reads at most a few gigabytes of log; a slow disk gets its time. */
    private static final Duration START = Duration.ofMinutes(15);

    private final DataDirectory data;
    private final Server server;
    private volatile Database database;
    private boolean closed = false;

    private Postgres(DataDirectory data, Server server, Duration limit)
            throws IOException, SQLException, InterruptedException {
        this.data = data;
        this.server = server;
        this.database = bringUp(limit);
    }

    /**
     * Takes over the server of this directory or starts it, making it first if there is none; waits until it answers.
     *
     * @param progress is told what is happening when that takes time, in sentences for a person
     */
    public static Postgres start(DataDirectory data, Consumer<String> progress) {
        return attempt(data, () -> {
            RunAs runAs = RunAs.choose(Cluster.in(data.postgres()).directory());
            return start(data, progress, runAs, START);
        });
    }

    static Postgres start(DataDirectory data, Consumer<String> progress, RunAs runAs, Duration limit) {
        return attempt(data, () -> {
            Path logs = PrivateFiles.directory(data.postgres().resolve("log"));
            Programs programs = new Programs(Binaries.unpack(data.bin(), Platform.here(), progress), runAs, logs);
            runAs.letThrough(data.path());
            runAs.letThrough(data.bin());
            runAs.give(data.postgres());
            runAs.give(logs);
            programs.probe();
            Cluster cluster = Cluster.in(data.postgres());
            cluster.ensure(programs, progress);
            Server server = new Server(cluster, programs, data.postgres().resolve("port"), progress);
            if (server.running().isEmpty()) {
                Binaries.forgetOthers(data.bin());
            }
            return new Postgres(data, server, limit);
        });
    }

    public Database database() {
        return database;
    }

    /**
     * Starts the server again if it has died, and keeps its logs within bounds; cheap enough to call every few seconds.
     *
     * @return where the database is: the port changes if another program took it meanwhile
     * @throws IllegalStateException after {@link #close}, so that a watchdog cannot revive what was stopped on purpose
     */
    public synchronized Database ensureRunning() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return attempt(data, () -> {
            server.trimLogs();
            if (server.running().isEmpty()) {
                database = bringUp(START);
            }
            return database;
        });
    }

    /** Ends every session and the server, and waits until nothing of it runs. Done twice, the second does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        attempt(data, () -> {
            server.down();
            return data;
        });
    }

    private Database bringUp(Duration limit) throws IOException, SQLException, InterruptedException {
        int port = server.up(limit).port();
        try {
            return prepare(port);
        } catch (SQLException | PostgresUnavailable unfit) {
            server.down();
            throw unfit;
        }
    }

    private Database prepare(int port) throws IOException, SQLException {
        Login owner = new Login(Roles.OWNER, Secrets.keptIn(data.postgres().resolve("owner.password")));
        Login app = new Login(Roles.APP, Secrets.keptIn(data.postgres().resolve("app.password")));
        Login superuser = Cluster.in(data.postgres()).superuser();
        try (Connection connection = Handshake.connect(port, "postgres", superuser)) {
            Roles.provision(connection, owner, app);
        }
        try (Connection connection = Handshake.connect(port, Roles.DATABASE, app)) {
            Durability.require(connection);
        }
        return new Database(Handshake.url(port, Roles.DATABASE), owner, app);
    }

    private interface Work<T> {
        T run() throws IOException, SQLException, InterruptedException;
    }

    private static <T> T attempt(DataDirectory data, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw PostgresUnavailable.because(data.path(), e);
        } catch (UncheckedIOException e) {
            throw PostgresUnavailable.because(data.path(), new IOException(e));
        } catch (SQLException e) {
            throw new PostgresUnavailable.NotPrepared(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable.Interrupted(e);
        }
    }
}
