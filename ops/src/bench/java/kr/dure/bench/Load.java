package kr.dure.bench;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Drives a subject, from one thread, and counts what it acknowledges. */
final class Load {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Subject subject;
    private final Supplier<? extends Request> requests;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder items = new LongAdder();
    private final LongAdder won = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Load(Subject subject, Supplier<? extends Request> requests) {
        this.subject = subject;
        this.requests = requests;
    }

    /** As many requests as it takes, always so many under way. */
    Outcome closed(int inFlight, Duration duration) throws InterruptedException {
        return closed(inFlight, duration, Long.MAX_VALUE);
    }

    /** Until the time is over or so many requests have been sent. */
    Outcome closed(int inFlight, Duration duration, long most) throws InterruptedException {
        var room = new Semaphore(inFlight);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (long sent = 0; sent < most && System.nanoTime() < end && failure.get() == null; sent++) {
            room.acquire();
            send(requests.get(), room, start, null);
        }
        if (most < Long.MAX_VALUE) {
            drain(room, inFlight);
            return outcome(items.sum(), System.nanoTime() - start, null);
        }
        long counted = items.sum();
        long nanos = System.nanoTime() - start;
        drain(room, inFlight);
        return outcome(counted, nanos, null);
    }

    /** So many requests a second, each at its time, whether the ones before it have been answered or not. */
    Outcome open(double perSecond, Duration duration) throws InterruptedException {
        var latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
        int most = 100_000;
        var room = new Semaphore(most);
        double gap = 1e9 / perSecond;
        long start = System.nanoTime();
        long count = (long) (duration.toNanos() / gap);
        for (long i = 0; i < count && failure.get() == null; i++) {
            long due = start + (long) (i * gap);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            room.acquire();
            send(requests.get(), room, due, latencies);
        }
        drain(room, most);
        return outcome(items.sum(), System.nanoTime() - start, latencies);
    }

    private void send(Request request, Semaphore room, long due, @Nullable Histogram latencies)
            throws InterruptedException {
        subject.submit(request).whenComplete((done, thrown) -> {
            if (latencies != null) {
                latencies.recordValue(Math.min(System.nanoTime() - due, LONGEST_NANOS));
            }
            if (thrown != null) {
                failure.compareAndSet(null, thrown);
            } else if (done == 0) {
                refused.increment();
            } else {
                acknowledged.increment();
                items.add(done);
                won.add(request instanceof Request.Pay pay ? pay.amount() : 0);
            }
            room.release();
        });
    }

    private void drain(Semaphore room, int all) throws InterruptedException {
        if (!room.tryAcquire(all, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            failure.compareAndSet(null, new IllegalStateException("answers are missing"));
        }
    }

    private Outcome outcome(long counted, long nanos, @Nullable Histogram latencies) {
        var thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the load failed: " + thrown, thrown);
        }
        return new Outcome(
                new Done(acknowledged.sum(), items.sum(), won.sum()), refused.sum(), counted, nanos, latencies);
    }

    /**
     * What came of it.
     *
     * @param done all that was acknowledged, also while the last answers were awaited
     * @param counted the items acknowledged within {@code nanos}
     */
    record Outcome(
            Done done,
            long refused,
            long counted,
            long nanos,
            @Nullable Histogram latencies) {
        double perSecond() {
            return counted * 1e9 / nanos;
        }
    }
}
