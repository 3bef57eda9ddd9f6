package kr.dure.core.eventlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stretch of network between a node and its database, to be cut. */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final List<Socket> fromNode = new CopyOnWriteArrayList<>();
    private final List<Socket> toDatabase = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean swallowing;

    Relay(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The node's side breaks; the database does not notice. */
    void cut() throws IOException {
        for (Socket socket : fromNode) {
            socket.close();
        }
    }

    /** From now on nothing that the database says arrives: the next word of it breaks the connection. */
    void swallowAnswers(boolean swallow) {
        swallowing = swallow;
    }

    /** Whether nobody gets through at all. */
    void down(boolean isDown) throws IOException {
        down = isDown;
        if (isDown) {
            cut();
        }
    }

    private void accept() {
        try {
            while (true) {
                var node = entrance.accept();
                if (down) {
                    node.close();
                    continue;
                }
                var database = new Socket(InetAddress.getLoopbackAddress(), target);
                node.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                fromNode.add(node);
                toDatabase.add(database);
                Thread.ofVirtual().start(() -> pump(node, database));
                Thread.ofVirtual().start(() -> pump(database, node));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (swallowing && toDatabase.contains(from)) {
                    to.close();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // cut: the other side stays as it is
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        for (Socket socket : toDatabase) {
            socket.close();
        }
    }
}
