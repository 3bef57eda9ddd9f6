package kr.dure.ops.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection as frames. Whoever sends only queues, and never waits for the other side: a thread writes whatever waits.
 * The queue is bounded by what its users let be under way.
 */
final class Wire implements AutoCloseable {
    /** An operation of 4 MiB, the longest line of a town file, with room to spare. */
    static final int LARGEST_FRAME = 8 << 20;
    /** What may be under way on one wire, in {@link #weight}: 1,024 operations of the usual size, or 16 MiB. */
    static final int ROOM = 1_024;

    private static final int SIZE_OF_ONE = 16 << 10;
    private static final int BUFFER = 16 << 10;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** A frame that is never sent: after it comes nothing. */
    private static final byte[] END = new byte[0];

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final Socket raw;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final BlockingQueue<Supplier<byte[]>> outgoing = new LinkedBlockingQueue<>();
    private final Thread sender;

    Wire(Socket raw, SSLSocket tls) throws IOException {
        this.raw = raw;
        this.in = new DataInputStream(new BufferedInputStream(tls.getInputStream(), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(tls.getOutputStream(), BUFFER));
        this.sender = Thread.ofVirtual().name("dure-link-sender").start(this::write);
    }

    /** How much of the room a frame takes. */
    static int weight(byte[] frame) {
        return 1 + frame.length / SIZE_OF_ONE;
    }

    /** How long {@link #read} waits until it throws a {@link java.net.SocketTimeoutException}; zero is for ever. */
    void patience(Duration limit) throws IOException {
        raw.setSoTimeout(Math.toIntExact(limit.toMillis()));
    }

    /** @throws java.io.EOFException when the other side has closed */
    byte[] read() throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LARGEST_FRAME) {
            throw new Malformed("a frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] frame = new byte[length];
        in.readFully(frame);
        return frame;
    }

    /** @param frame is asked for by the thread that writes */
    void send(Supplier<byte[]> frame) {
        outgoing.add(frame);
    }

    private void write() {
        try {
            for (byte[] frame = next(); frame.length > 0; frame = next()) {
                out.writeInt(frame.length);
                out.write(frame);
                if (outgoing.isEmpty()) {
                    out.flush();
                }
            }
            out.flush();
        } catch (IOException | InterruptedException broken) {
            LOG.debug("{} is broken", this, broken);
        } catch (RuntimeException fault) {
            LOG.error("something cannot be put into a frame", fault);
        } finally {
            shut();
        }
    }

    private byte[] next() throws InterruptedException {
        return outgoing.take().get();
    }

    /** Sends what waits, if the other side takes it soon, and closes. */
    void finish() {
        outgoing.add(() -> END);
        try {
            sender.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Closes below TLS: a farewell could wait for somebody who does not read. */
    @Override
    public void close() {
        sender.interrupt();
        shut();
    }

    private void shut() {
        try {
            raw.close();
        } catch (IOException alreadyBroken) {
            // there is nothing left to close
        }
    }

    @Override
    public String toString() {
        return String.valueOf(raw.getRemoteSocketAddress());
    }
}
