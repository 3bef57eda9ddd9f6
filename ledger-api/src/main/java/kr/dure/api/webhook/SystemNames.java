package kr.dure.api.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The names that this machine knows. A look-up keeps its thread until the last name server has answered, so a few threads
 * are set aside for them, and nobody waits long.
 */
public final class SystemNames implements HostNames, AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("dure-names-", 0).daemon().factory());

    @Override
    public List<InetAddress> lookUp(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
            return List.of(found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | RejectedExecutionException unknown) {
            throw unknown(host, unknown);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw unknown(host, closing);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
