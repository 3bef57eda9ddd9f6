package kr.dure.api.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.dure.api.projection.Projector;
import kr.dure.api.webhook.Queue.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills the queue and works it off: one thread looks through the log, one leases receivers, some deliver. However many
 * receivers one host has, they keep a few of those at most.
 */
public final class Courier implements SmartLifecycle {
    private static final int DELIVERING = 32;
    private static final int TO_ONE_HOST = 4;
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Under load a page is worth reading; and views that are halted do not wait. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private static final Duration TROUBLE = Duration.ofSeconds(1);
    private static final Duration TO_CLOSE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Feeder feeder;
    private final Queue queue;
    private final Round round;
    private final Postman postman;
    private final Projector views;
    private final Semaphore room = new Semaphore(DELIVERING);
    private final ConcurrentMap<String, Integer> hosts = new ConcurrentHashMap<>();
    private final ExecutorService delivering = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("dure-webhook-", 0).daemon().factory());
    private List<Thread> threads = List.of();
    private volatile boolean running;

    /** @param views their progress says that something has happened */
    Courier(Feeder feeder, Queue queue, Round round, Postman postman, Projector views) {
        this.feeder = feeder;
        this.queue = queue;
        this.round = round;
        this.postman = postman;
        this.views = views;
    }

    private void feed() throws InterruptedException {
        if (!feeder.feed()) {
            views.awaitNews(views.position(), LOOK);
            Thread.sleep(BREATH);
        }
    }

    private void deliver() throws InterruptedException {
        room.acquire();
        var lease = leased();
        if (lease == null) {
            room.release();
            Thread.sleep(LOOK);
        } else if (hosts.merge(lease.url().getHost(), 1, Integer::sum) > TO_ONE_HOST) {
            leave(lease);
            queue.pass(lease);
        } else {
            delivering.execute(() -> serve(lease));
        }
    }

    private @Nullable Lease leased() {
        try {
            return queue.lease().orElse(null);
        } catch (RuntimeException failure) {
            room.release();
            throw failure;
        }
    }

    private void serve(Lease lease) {
        try {
            round.serve(lease, this::isRunning);
        } catch (RuntimeException failure) {
            LOG.warn("the webhook {} waits until its lease is over", lease.webhook(), failure);
        } finally {
            leave(lease);
        }
    }

    private void leave(Lease lease) {
        hosts.merge(lease.url().getHost(), -1, (before, one) -> before + one == 0 ? null : before + one);
        room.release();
    }

    // ------------------------------------------------------------------------------------------------ life

    private interface Step {
        void take() throws InterruptedException;
    }

    private void repeat(Step step) {
        boolean troubled = false;
        try {
            while (running) {
                try {
                    step.take();
                    troubled = false;
                } catch (RuntimeException trouble) {
                    if (!troubled && running) {
                        LOG.warn("webhooks wait: {}", trouble.getMessage(), trouble);
                    }
                    troubled = true;
                    Thread.sleep(TROUBLE);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().name("dure-webhook-feeder").daemon().start(() -> repeat(this::feed)),
                Thread.ofPlatform().name("dure-webhook-leases").daemon().start(() -> repeat(this::deliver)));
    }

    /** Breaks off what is under way, which will be sent again. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        postman.close();
        delivering.shutdown();
        try {
            for (var thread : threads) {
                thread.join(TO_CLOSE);
            }
            delivering.awaitTermination(TO_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
