package kr.dure.core.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import kr.dure.core.eventlog.Clerk.Waiting;
import kr.dure.core.genesis.Charter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a ledger, while it holds the lease. It takes whatever waits, up to {@value #LARGEST_BATCH} operations,
 * reads ahead what they will need, decides them one after the other, and answers when all of it is durable. A batch is
 * whatever waits, never a timer.
 *
 * <p>Two threads do so in turn, each with its own batch from beginning to end: while one decides, the other reads ahead,
 * and when its turn comes, takes along what has come meanwhile and needs no reading. Whoever decides next takes the turn
 * before it lets anybody else read, so batches are decided in the order of coming.
 */
public final class Writer implements Desk, AutoCloseable {
    static final int LARGEST_BATCH = 256;
    private static final int MOST_STREAMS = 20_000;
    private static final int LONGEST_QUEUE = 8 * LARGEST_BATCH;
    private static final long PATIENCE_MILLIS = 100;
    private static final int SECONDS_BEFORE_LEARNING_AGAIN = 10;

    private final LogStore store;
    private final Decider decider;
    private final Clerk clerk;
    private final long epoch;
    private final BlockingQueue<Waiting> incoming = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Lock reading = new ReentrantLock();
    private final Lock deciding = new ReentrantLock();
    private final List<Thread> threads;
    private final Thread learning;
    private final ExecutorService snapshotting;
    private volatile @Nullable RuntimeException stopped;

    private Writer(WriterSettings settings, Decider decider, long epoch) {
        this.store = settings.store();
        this.decider = decider;
        this.epoch = epoch;
        var threads = Thread.ofPlatform().name("dure-writer-", 1);
        this.threads = List.of(threads.unstarted(this::write), threads.unstarted(this::write));
        this.learning = Thread.ofPlatform().name("dure-learning").daemon().unstarted(this::learn);
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
            opened.threads.forEach(Thread::start);
            opened.learning.start();
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

    private static NobodyDecides closed() {
        return new NobodyDecides("the ledger is closed");
    }

    /** Tries until it succeeds: without it everything goes on as well, somewhat slower. */
    private void learn() {
        try {
            while (!clerk.learn()) {
                TimeUnit.SECONDS.sleep(SECONDS_BEFORE_LEARNING_AGAIN);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>(LARGEST_BATCH);
        try {
            while (stopped == null) {
                awaitTurn(batch);
                try {
                    decide(batch);
                } finally {
                    deciding.unlock();
                }
                batch.clear();
            }
        } catch (InterruptedException closing) {
            batch.forEach(waiting -> waiting.fail(closed()));
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a batch, reads ahead for it, and then takes the turn to decide. */
    private void awaitTurn(Collection<Waiting> batch) throws InterruptedException {
        reading.lockInterruptibly();
        try {
            takeBatch(incoming, batch);
            clerk.readAhead(batch);
            deciding.lockInterruptibly();
            topUp(batch);
        } finally {
            reading.unlock();
        }
    }

    /** With what has come while the batch before was being committed, as far as nothing must be read for it. */
    private void topUp(Collection<Waiting> batch) {
        int streams = batch.stream().mapToInt(Writer::streams).sum();
        for (@Nullable Waiting next = incoming.peek();
                next != null && hasRoom(batch.size(), streams) && clerk.isAtHand(next);
                next = incoming.peek()) {
            batch.add(incoming.remove());
            streams += streams(next);
        }
    }

    private void decide(List<Waiting> batch) {
        var why = stopped;
        if (why != null) {
            stop(why, batch);
            return;
        }
        try {
            clerk.decide(batch);
        } catch (LeaseLost lost) {
            stop(lost, batch);
        }
    }

    /** Whatever waits, up to a bound: of payouts to thousands of wallets a few are a batch already. */
    private static void takeBatch(BlockingQueue<Waiting> queue, Collection<Waiting> batch) throws InterruptedException {
        int streams = 0;
        for (@Nullable Waiting next = queue.take(); next != null; ) {
            batch.add(next);
            streams += streams(next);
            next = hasRoom(batch.size(), streams) ? queue.poll() : null;
        }
    }

    private static int streams(Waiting waiting) {
        return waiting.operation().command().streams().size();
    }

    private static boolean hasRoom(int operations, int streams) {
        return operations < LARGEST_BATCH && streams < MOST_STREAMS;
    }

    private void stop(RuntimeException why, List<Waiting> batch) {
        stopped = why;
        List<Waiting> all = new ArrayList<>(batch);
        incoming.drainTo(all);
        all.forEach(waiting -> waiting.fail(why));
    }

    /** Finishes what is being decided, turns away what waits, and gives the lease back. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        learning.interrupt();
        try {
            learning.join();
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        stop(closed(), List.of());
        snapshotting.close();
        decider.eventStore().shutDown();
        store.releaseLease();
    }
}
