package kr.dure.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import kr.dure.bench.PlainHttp.Answer;
import kr.dure.bench.PlainHttp.Exchange;
import org.jspecify.annotations.Nullable;

/** One connection: one exchange at a time. It is opened when it is needed, and again after the server has closed it. */
final class PlainConnection {
    /** Before a server gives up waiting for another request. */
    private static final long STALE = Duration.ofSeconds(10).toNanos();

    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final String LENGTH = "content-length:";

    private final InetSocketAddress address;
    private final Selector selector;
    private final Consumer<PlainConnection> whenIdle;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private @Nullable SocketChannel channel;
    private @Nullable Exchange exchange;
    private long lastUse;

    PlainConnection(InetSocketAddress address, Selector selector, Consumer<PlainConnection> whenIdle) {
        this.address = address;
        this.selector = selector;
        this.whenIdle = whenIdle;
    }

    void begin(Exchange next) {
        exchange = next;
        in.clear();
        try {
            var open = open();
            open.write(next.request());
            if (next.request().hasRemaining()) {
                throw new IOException("a request that is longer than what a connection takes at once");
            }
        } catch (IOException failure) {
            fail(next, failure);
        }
    }

    private SocketChannel open() throws IOException {
        var before = channel;
        if (before != null && System.nanoTime() - lastUse < STALE) {
            return before;
        }
        close();
        var opened = SocketChannel.open(address);
        channel = opened;
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Something has come. */
    void proceed() {
        var due = exchange;
        var open = channel;
        if (due == null || open == null) {
            close(); // the server has hung up on a connection that is not in use
            return;
        }
        try {
            if (open.read(in) < 0) {
                throw new EOFException("the server has hung up");
            }
            var answer = answer();
            if (answer != null) {
                lastUse = System.nanoTime();
                end();
                due.answer().complete(answer);
            }
        } catch (IOException failure) {
            fail(due, failure);
        }
    }

    /** The answer, once all of it has come. */
    private @Nullable Answer answer() throws IOException {
        byte[] come = new byte[in.position()];
        in.get(0, come);
        String text = new String(come, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end >= 0) {
            int body = end + 4;
            List<String> head = text.substring(0, end).lines().toList();
            int length = length(head);
            if (come.length >= body + length) {
                if (head.stream().anyMatch("connection: close"::equalsIgnoreCase)) {
                    close();
                }
                return new Answer(Integer.parseInt(text, 9, 12, 10), Arrays.copyOfRange(come, body, body + length));
            }
        }
        if (!in.hasRemaining()) {
            throw new ProtocolException("an answer of more than " + LONGEST_ANSWER + " bytes");
        }
        return null;
    }

    private static int length(List<String> head) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
                .mapToInt(
                        line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private void fail(Exchange failed, IOException why) {
        close();
        end();
        failed.answer().completeExceptionally(why);
    }

    private void end() {
        exchange = null;
        whenIdle.accept(this);
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // it is closed either way
        }
        channel = null;
    }
}
