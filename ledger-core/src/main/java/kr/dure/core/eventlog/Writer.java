package kr.dure.core.eventlog;

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
import kr.dure.core.eventlog.Clerk.Waiting;
import kr.dure.core.genesis.Charter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a ledger, while it holds the lease. Operations pass two threads in the order of their coming: one
 * reads ahead what they will need, the other decides whatever waits, up to {@value #LARGEST_BATCH} at a time, and
 * answers when it is durable. A batch is whatever waits, never a timer.
 */
public final class Writer implements Desk, AutoCloseable {
    static final int LARGEST_BATCH = 256;
    private static final int MOST_STREAMS = 20_000;
    private static final int LONGEST_QUEUE = 8 * LARGEST_BATCH;
    private static final long PATIENCE_MILLIS = 100;

    private final LogStore store;
    private final Decider decider;
    private final Clerk clerk;
    private final long epoch;
    private final BlockingQueue<Waiting> incoming = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final BlockingQueue<Waiting> ready = new ArrayBlockingQueue<>(2 * LARGEST_BATCH);
    private final Thread reader;
    private final Thread writer;
    private final ExecutorService snapshotting;
    private volatile @Nullable RuntimeException stopped;

    private Writer(WriterSettings settings, Decider decider, long epoch) {
        this.store = settings.store();
        this.decider = decider;
        this.epoch = epoch;
        this.reader = Thread.ofPlatform().name("dure-read-ahead").unstarted(this::readAhead);
        this.writer = Thread.ofPlatform().name("dure-writer").unstarted(this::write);
        this.snapshotting = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("dure-snapshots").daemon().factory());
        this.clerk = new Clerk(settings, decider, snapshotting);
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
        return submit(Waiting.inAnyEra(operation));
    }

    /**
     * A way to hand in operations that must happen in their order: when one of them fails to be decided, so do all that
     * were handed in after it, however many are under way.
     */
    public Lane lane() {
        long era = clerk.era();
        return operation -> submit(Waiting.inEra(era, operation));
    }

    /** Hands in operations in order. */
    @FunctionalInterface
    public interface Lane {
        CompletableFuture<Answer> submit(Operation operation) throws InterruptedException;
    }

    private CompletableFuture<Answer> submit(Waiting waiting) throws InterruptedException {
        while (stopped == null && !incoming.offer(waiting, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            // Too many wait; look again whether there is anybody to wait for.
        }
        var why = stopped;
        if (why != null) {
            waiting.fail(why);
        }
        return waiting.answer();
    }

    private void readAhead() {
        Deque<Waiting> chunk = new ArrayDeque<>(LARGEST_BATCH);
        try {
            while (true) {
                takeBatch(incoming, chunk);
                clerk.readAhead(chunk);
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
            chunk.forEach(waiting -> waiting.fail(closed()));
            Thread.currentThread().interrupt();
        }
    }

    private static NobodyDecides closed() {
        return new NobodyDecides("the ledger is closed");
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>(LARGEST_BATCH);
        try {
            while (stopped == null) {
                takeBatch(ready, batch);
                clerk.decide(batch);
                batch.clear();
            }
        } catch (LeaseLost lost) {
            stop(lost, batch);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever waits, up to a bound: of payouts to thousands of wallets a few are a batch already. */
    private static void takeBatch(BlockingQueue<Waiting> queue, Collection<Waiting> batch) throws InterruptedException {
        int streams = 0;
        for (@Nullable Waiting next = queue.take(); next != null; ) {
            batch.add(next);
            streams += next.operation().command().streams().size();
            next = batch.size() < LARGEST_BATCH && streams < MOST_STREAMS ? queue.poll() : null;
        }
    }

    private void stop(RuntimeException why, List<Waiting> batch) {
        stopped = why;
        List<Waiting> all = new ArrayList<>(batch);
        ready.drainTo(all);
        incoming.drainTo(all);
        all.forEach(waiting -> waiting.fail(why));
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
}
