package kr.dure.core.eventlog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kr.dure.core.genesis.Charter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a ledger, while it holds the lease. Operations pass two threads in the order of their coming: one
 * reads ahead what they will need, the other decides whatever waits, up to {@value #LARGEST_BATCH} at a time, and
 * answers when it is durable. A batch is whatever waits, never a timer.
 */
public final class Writer implements Desk, AutoCloseable {
    static final int LARGEST_BATCH = 256;
    private static final int LONGEST_QUEUE = 8 * LARGEST_BATCH;
    private static final long PATIENCE_MILLIS = 100;
    private static final long ANY_ERA = -1;
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final LogStore store;
    private final LogMetrics metrics;
    private final Decider decider;
    private final long epoch;
    private final BlockingQueue<Waiting> incoming = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final BlockingQueue<Waiting> ready = new ArrayBlockingQueue<>(2 * LARGEST_BATCH);
    private final Thread reader;
    private final Thread writer;
    private final ExecutorService snapshotting;
    private volatile @Nullable RuntimeException stopped;
    private final AtomicLong era = new AtomicLong();
    private Throwable endOfEra = new IllegalStateException("no era has ended");

    private Writer(WriterSettings settings, Decider decider, long epoch) {
        this.store = settings.store();
        this.metrics = settings.metrics();
        this.decider = decider;
        this.epoch = epoch;
        this.reader = Thread.ofPlatform().name("dure-read-ahead").unstarted(this::readAhead);
        this.writer = Thread.ofPlatform().name("dure-writer").unstarted(this::write);
        this.snapshotting = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("dure-snapshots").daemon().factory());
    }

    /**
     * Takes the lease, reads the log and is ready to decide.
     *
     * @param holder how this node is named in the lease
     * @throws LeaseHeld if another node is the writer
     */
    public static Writer open(WriterSettings settings, String holder) {
        long epoch = settings.store().takeLease(holder);
        try {
            var decider = new Decider(settings);
            decider.start(epoch);
            var opened = new Writer(settings, decider, epoch);
            opened.reader.start();
            opened.writer.start();
            return opened;
        } catch (RuntimeException | Error failure) {
            settings.store().releaseLease();
            throw failure;
        }
    }

    /** What the genesis event said; nothing was opened yet if it says nothing. */
    public Charter charter() {
        return decider.charter();
    }

    /** Of the lease that it took. */
    public long epoch() {
        return epoch;
    }

    /** The position of the last event that is durable. */
    public long head() {
        return decider.head();
    }

    /** The log as a source for event processors. */
    public StreamableMessageSource<TrackedEventMessage<?>> events() {
        return decider.eventStore();
    }

    @Override
    public CompletableFuture<Answer> submit(Operation operation) throws InterruptedException {
        return submit(operation, ANY_ERA);
    }

    /**
     * A way to hand in operations that must happen in their order: when one of them fails to be decided, so do all that
     * were handed in after it, however many are under way.
     */
    public Lane lane() {
        long since = era.get();
        return operation -> submit(operation, since);
    }

    /** Hands in operations in order. */
    @FunctionalInterface
    public interface Lane {
        CompletableFuture<Answer> submit(Operation operation) throws InterruptedException;
    }

    private CompletableFuture<Answer> submit(Operation operation, long of) throws InterruptedException {
        var waiting = new Waiting(operation, of, new CompletableFuture<>());
        while (stopped == null && !incoming.offer(waiting, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            // Too many wait; look again whether there is anybody to wait for.
        }
        var why = stopped;
        if (why != null) {
            waiting.answer.completeExceptionally(why);
        }
        return waiting.answer;
    }

    private void readAhead() {
        Deque<Waiting> chunk = new ArrayDeque<>(LARGEST_BATCH);
        try {
            while (true) {
                chunk.add(incoming.take());
                incoming.drainTo(chunk, LARGEST_BATCH - 1);
                read(chunk);
                while (!chunk.isEmpty()) {
                    ready.put(chunk.getFirst());
                    chunk.removeFirst();
                }
                var why = stopped;
                if (why != null) {
                    stop(why, List.of());
                }
            }
        } catch (InterruptedException closing) {
            chunk.forEach(waiting -> waiting.answer.completeExceptionally(closed()));
            Thread.currentThread().interrupt();
        }
    }

    private static NobodyDecides closed() {
        return new NobodyDecides("the ledger is closed");
    }

    private void read(Collection<Waiting> chunk) {
        try {
            var prefetched =
                    decider.prefetch(chunk.stream().map(Waiting::operation).toList());
            chunk.forEach(waiting -> waiting.prefetched = prefetched);
        } catch (RuntimeException unread) {
            LOG.warn("reading ahead failed; the writer will read for itself", unread);
        }
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>(LARGEST_BATCH);
        try {
            while (stopped == null) {
                batch.add(ready.take());
                ready.drainTo(batch, LARGEST_BATCH - 1);
                batch.removeIf(this::isTooLate);
                if (!batch.isEmpty()) {
                    decide(batch);
                }
                batch.clear();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(List<Waiting> batch) {
        long start = System.nanoTime();
        long before = decider.head();
        try {
            var replies = decider.decide(batch.stream()
                    .map(waiting -> new Prepared(waiting.operation, waiting.prefetched))
                    .toList());
            metrics.committed(batch.size(), (int) (decider.head() - before), System.nanoTime() - start);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).complete(replies.get(i));
            }
            replies.stream()
                    .filter(reply -> reply.fault() != null)
                    .findFirst()
                    .ifPresent(reply -> endEra(requireNonNull(reply.fault())));
            storeSnapshots();
        } catch (LeaseLost lost) {
            stop(lost, batch);
        } catch (RuntimeException | Error failure) {
            endEra(failure);
            batch.forEach(waiting -> waiting.answer.completeExceptionally(failure));
        }
    }

    /** What was handed in, in order, after something that failed must not happen without it. */
    private boolean isTooLate(Waiting waiting) {
        if (waiting.era == ANY_ERA || waiting.era == era.get()) {
            return false;
        }
        waiting.answer.completeExceptionally(endOfEra);
        return true;
    }

    private void endEra(Throwable why) {
        endOfEra = why;
        era.incrementAndGet();
    }

    private void storeSnapshots() {
        var taken = decider.takeSnapshots();
        if (!taken.isEmpty()) {
            snapshotting.execute(() -> {
                try {
                    store.keep(taken);
                } catch (RuntimeException unkept) {
                    LOG.warn("snapshots were not stored; loading will take longer", unkept);
                }
            });
        }
    }

    private void stop(RuntimeException why, List<Waiting> batch) {
        stopped = why;
        List<Waiting> all = new ArrayList<>(batch);
        ready.drainTo(all);
        incoming.drainTo(all);
        all.forEach(waiting -> waiting.answer.completeExceptionally(why));
    }

    /** Finishes what is being decided, turns away what waits, and gives the lease back. */
    @Override
    public void close() {
        reader.interrupt();
        writer.interrupt();
        try {
            reader.join();
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        stop(closed(), List.of());
        snapshotting.close();
        decider.eventStore().shutDown();
        store.releaseLease();
    }

    private static final class Waiting {
        private final Operation operation;
        private final long era;
        private final CompletableFuture<Answer> answer;
        private Prefetched prefetched = Prefetched.NOTHING;

        Waiting(Operation operation, long era, CompletableFuture<Answer> answer) {
            this.operation = operation;
            this.era = era;
            this.answer = answer;
        }

        Operation operation() {
            return operation;
        }

        void complete(Reply reply) {
            if (reply.fault() != null) {
                answer.completeExceptionally(reply.fault());
            } else {
                answer.complete(reply.answer());
            }
        }
    }
}
