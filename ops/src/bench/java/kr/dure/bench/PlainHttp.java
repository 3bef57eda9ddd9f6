package kr.dure.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends requests over connections that stay open (HTTP/1.1), each on a virtual thread of its own. It does as little as it
 * can, so that it is the server that is measured.
 */
final class PlainHttp implements AutoCloseable {
    private static final int BUFFER = 8 * 1024;
    /** Before a server gives up waiting for another request. */
    private static final long STALE = Duration.ofSeconds(10).toNanos();

    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;

    /** What came back: the body of an answer that has one of a known length. */
    record Answer(int status, byte[] body) {}

    PlainHttp(int port, int connections) {
        this.port = port;
        for (int i = 0; i < connections; i++) {
            idle.add(new Connection());
        }
    }

    /** @param head the request's line and headers, without those that every request has */
    CompletableFuture<Answer> post(String head, String body) {
        return CompletableFuture.supplyAsync(() -> exchange(request(head, body)), threads);
    }

    private byte[] request(String head, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return (head + "Host: localhost:" + port + "\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer exchange(byte[] request) {
        try {
            var connection = idle.take();
            try {
                return connection.exchange(request);
            } finally {
                idle.add(connection);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
    }

    /** Used by one thread at a time. */
    private final class Connection {
        private Socket socket = new Socket();
        private InputStream in = InputStream.nullInputStream();
        private long lastUse;

        Answer exchange(byte[] request) throws IOException {
            if (!socket.isConnected() || System.nanoTime() - lastUse > STALE) {
                socket.close();
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            }
            try {
                socket.getOutputStream().write(request);
                var answer = answer();
                lastUse = System.nanoTime();
                return answer;
            } catch (IOException failure) {
                close();
                throw failure;
            }
        }

        private Answer answer() throws IOException {
            String status = line();
            int length = 0;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                last |= header.equalsIgnoreCase("connection: close");
            }
            byte[] body = in.readNBytes(length);
            if (last) {
                close();
            }
            return new Answer(Integer.parseInt(status, 9, 12, 10), body);
        }

        private String line() throws IOException {
            var line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the server has hung up");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void close() throws IOException {
            socket.close();
            socket = new Socket();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.forEach(connection -> {
            try {
                connection.close();
            } catch (IOException gone) {
                // it is closed either way
            }
        });
    }
}
