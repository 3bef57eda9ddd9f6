package kr.dure.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** The network between one node and PostgreSQL. */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 8_192;

    private final ServerSocket entrance;
    private final IntSupplier database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean losing;

    /** @param database the port of PostgreSQL, just now */
    Relay(IntSupplier database) throws IOException {
        this.database = database;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("dure-torture-relay").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** While answers are lost, requests arrive, and the first word of an answer breaks the connection. */
    void loseAnswers(boolean lose) {
        losing = lose;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                join(entrance.accept());
            } catch (IOException nobodyThere) {
                // the database is down, or the run is over
            }
        }
    }

    private void join(Socket node) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), database.getAsInt());
        } catch (IOException down) {
            node.close();
            throw down;
        }
        node.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(node);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(node, server, false));
        Thread.ofVirtual().start(() -> pump(server, node, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        var buffer = new byte[BUFFER];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && !(answers && losing); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // both ends notice
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
