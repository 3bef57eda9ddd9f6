package kr.dure.ops.link;

import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.ops.keys.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this node takes operations from others. Whoever comes before it is started waits. */
public final class LinkServer implements AutoCloseable {
    /** What the server says first. */
    static final String GREETING = "dure link 1";

    private static final int MOST_STRANGERS = 64;
    private static final long REST_NANOS = 100_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);

    private final ServerSocket entrance;
    private final Address address;
    private final Semaphore strangers = new Semaphore(MOST_STRANGERS);
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();

    private LinkServer(ServerSocket entrance, Address address) {
        this.entrance = entrance;
        this.address = address;
    }

    /** @param listen with port 0 for any that is free */
    public static LinkServer bind(Address listen) throws IOException {
        var entrance = new ServerSocket();
        try {
            entrance.setReuseAddress(true);
            entrance.bind(listen.resolved());
            return new LinkServer(entrance, new Address(listen.host(), entrance.getLocalPort()));
        } catch (IOException | RuntimeException failure) {
            entrance.close();
            throw failure;
        }
    }

    public Address address() {
        return address;
    }

    /**
     * Lets visitors in.
     *
     * @param events puts what happened into words
     * @param anywhere takes what clients ask
     * @param here takes what other nodes forward
     */
    public void start(Identity identity, EventCodec events, Desk anywhere, Desk here) {
        var tls = new Tls(identity);
        Thread.ofVirtual().name("dure-link-entrance").start(() -> {
            while (!entrance.isClosed()) {
                accept(tls, events, anywhere, here);
            }
        });
    }

    /** Whoever has not shown a certificate yet counts; those who have are of the house. */
    private void accept(Tls tls, EventCodec events, Desk anywhere, Desk here) {
        strangers.acquireUninterruptibly();
        try {
            var socket = entrance.accept();
            Thread.ofVirtual().name("dure-link").start(() -> receive(socket, tls, events, anywhere, here));
        } catch (IOException failure) {
            strangers.release();
            if (!entrance.isClosed()) {
                LOG.warn("a link was not accepted", failure);
                LockSupport.parkNanos(REST_NANOS); // out of files, perhaps: that takes a while
            }
        }
    }

    private void receive(Socket socket, Tls tls, EventCodec events, Desk anywhere, Desk here) {
        var from = socket.getRemoteSocketAddress();
        try (socket;
                var wire = welcome(socket, tls)) {
            var visit = new Visit(wire, events, anywhere, here);
            visits.add(visit);
            try {
                visit.run();
            } finally {
                visits.remove(visit);
            }
        } catch (NotLetIn stranger) {
            LOG.info("{} was not let in: {}", from, stranger.getMessage());
        } catch (EOFException left) {
            LOG.debug("{} has left", from);
        } catch (IOException cutOff) {
            if (!entrance.isClosed()) {
                LOG.info("the link from {} is closed: {}", from, cutOff.toString());
            }
        } catch (RuntimeException fault) {
            LOG.error("the link from {} is closed by a fault of this program", from, fault);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Wire welcome(Socket socket, Tls tls) throws NotLetIn {
        try {
            return tls.accept(socket);
        } catch (IOException failure) {
            throw new NotLetIn(failure);
        } finally {
            strangers.release();
        }
    }

    /** Whoever this is did not show the certificate. */
    private static final class NotLetIn extends IOException {
        private static final long serialVersionUID = 1L;

        NotLetIn(IOException cause) {
            super(cause.toString(), cause);
        }
    }

    /** Lets nobody in any more, sends what is decided, and closes all links. */
    @Override
    public void close() throws IOException {
        entrance.close();
        visits.forEach(Visit::finish);
    }
}
