package kr.dure.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.link.LinkClient;
import kr.dure.ops.link.LinkUnavailable;
import kr.dure.ops.node.Town;
import org.jspecify.annotations.Nullable;

/** A node's place: its process is started again whenever it has ended, as an operator's service manager would. */
final class TownNode implements AutoCloseable {
    private final Path data;
    private final int lease;
    private final EventCodec events = EventCodec.of(Town.features());
    private final Map<String, String> environment;
    private final LedgerKeys keys;
    final Relay relay;

    private @Nullable NodeProcess process;
    private @Nullable LinkClient link;
    private boolean connecting;
    private boolean killed;
    private boolean closed;

    /** @param environment with {@code %d} in the address of the database for the port of the relay */
    TownNode(Path data, int lease, Map<String, String> environment, LedgerKeys keys, IntSupplier database)
            throws IOException {
        this.data = Files.createDirectories(data);
        this.lease = lease;
        this.keys = keys;
        this.relay = new Relay(database);
        this.environment = new HashMap<>(environment);
        this.environment.compute("DURE_DB_URL", (_, url) -> String.valueOf(url).formatted(relay.port()));
    }

    /**
     * Starts the process if there is none.
     *
     * @return what is wrong if it served and then ended of itself
     */
    synchronized @Nullable String keepRunning() throws IOException {
        var before = process;
        if (closed || (before != null && before.isAlive())) {
            return null;
        }
        boolean fell = before != null && !killed && before.address() != null;
        process = NodeProcess.start(data, lease, environment);
        killed = false;
        return fell ? data.getFileName() + " ended of itself, exit code " + before.exitCode() : null;
    }

    synchronized boolean isReady() {
        return process != null && process.isAlive() && process.address() != null;
    }

    synchronized boolean isWriter() {
        return process != null && process.isWriter();
    }

    synchronized void kill() {
        if (process != null) {
            killed = true;
            process.kill();
        }
    }

    synchronized void signal(String name) {
        if (process != null && process.isAlive()) {
            process.signal(name);
        }
    }

    /** A link that all clients share; null while there is none, for a stopped process lets callers wait. */
    synchronized @Nullable LinkClient link() {
        if (link != null && link.isOpen()) {
            return link;
        }
        link = null;
        if (!connecting && isReady()) {
            connecting = true;
            Thread.ofVirtual().start(this::connect);
        }
        return null;
    }

    private void connect() {
        var to = process;
        var address = to == null ? null : to.address();
        LinkClient connected = null;
        try {
            connected = address == null ? null : LinkClient.connect(address, keys, events);
        } catch (LinkUnavailable notNow) {
            // it is asked again
        }
        synchronized (this) {
            connecting = false;
            link = connected;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (process != null) {
            process.close();
        }
        if (link != null) {
            link.close();
        }
        relay.close();
    }
}
