package kr.dure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends requests over connections that stay open (HTTP/1.1), all of them on one thread. It does as little as it can, so
 * that it is the server that is measured.
 */
final class PlainHttp implements AutoCloseable {
    private final Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
    private final Deque<PlainConnection> idle = new ArrayDeque<>();
    private final List<PlainConnection> all = new ArrayList<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final InetSocketAddress address;
    private final Selector selector;
    private final Thread thread =
            Thread.ofPlatform().name("plain-http").daemon().unstarted(this::run);
    private volatile boolean closed;

    /** What came back: the body of an answer that has one of a known length. */
    record Answer(int status, byte[] body) {}

    /** A request, and what will come back. */
    record Exchange(ByteBuffer request, CompletableFuture<Answer> answer) {}

    PlainHttp(int port, int connections) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            this.selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int i = 0; i < connections; i++) {
            all.add(new PlainConnection(address, selector, idle::addLast));
        }
        idle.addAll(all);
        thread.start();
    }

    /** @param head the request's line and headers, without those that every request has */
    CompletableFuture<Answer> post(String head, String body) {
        var exchange = new Exchange(request(head, body), new CompletableFuture<>());
        waiting.add(exchange);
        if (asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
        return exchange.answer();
    }

    private ByteBuffer request(String head, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return StandardCharsets.UTF_8.encode(
                head + "Host: localhost:" + address.getPort() + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    private void run() {
        try {
            while (!closed) {
                send();
                asleep.set(true);
                if (waiting.isEmpty() || idle.isEmpty()) {
                    selector.select(key -> ((PlainConnection) key.attachment()).proceed());
                }
                asleep.set(false);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            all.forEach(PlainConnection::close);
            waiting.forEach(left -> left.answer().cancel(false));
        }
    }

    private void send() {
        while (!idle.isEmpty() && !waiting.isEmpty()) {
            idle.removeFirst().begin(waiting.remove());
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
