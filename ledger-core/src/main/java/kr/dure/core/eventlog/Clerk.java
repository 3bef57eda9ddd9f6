package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an operation on its way through the writer: it is read ahead for, decided and answered. The clerk has
 * neither queue nor thread; whoever has them calls {@link #readAhead} and {@link #decide} in the order of coming, each
 * by one thread at a time.
 */
final class Clerk {
    private static final long ANY_ERA = -1;
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final LogStore store;
    private final LogMetrics metrics;
    private final Decider decider;
    private final Executor snapshotting;
    private final AtomicLong era = new AtomicLong();
    private boolean unread;
    private Throwable endOfEra = new IllegalStateException("no era has ended");

    Clerk(WriterSettings settings, Decider decider, Executor snapshotting) {
        this.store = settings.store();
        this.metrics = settings.metrics();
        this.decider = decider;
        this.snapshotting = snapshotting;
    }

    /** An era ends when something fails to be decided. */
    long era() {
        return era.get();
    }

    /** @return whether it is known now which operations were answered before the start */
    boolean learn() throws InterruptedException {
        try {
            decider.learn();
            return true;
        } catch (LogUnavailable down) {
            LOG.debug("earlier operations were not learned", down);
            return false;
        }
    }

    /** Whether there is nothing to be read for an operation. */
    boolean isAtHand(Waiting waiting) {
        return decider.isAtHand(waiting.operation);
    }

    /** Reads what some operations will need. That it fails is said once, until it succeeds again. */
    void readAhead(Collection<Waiting> chunk) {
        try {
            var prefetched =
                    decider.prefetch(chunk.stream().map(Waiting::operation).toList());
            chunk.forEach(waiting -> waiting.prefetched = prefetched);
            unread = false;
        } catch (RuntimeException failure) {
            if (!unread) {
                LOG.warn("reading ahead failed; the writer will read for itself", failure);
            }
            unread = true;
        }
    }

    /**
     * Decides and answers a batch. What comes after a fault makes a batch of its own, without what must not happen without
     * the one that failed.
     *
     * @throws LeaseLost if another node has taken over; the rest of the batch is not answered then
     */
    void decide(List<Waiting> batch) {
        batch.stream().filter(waiting -> waiting.operation.rehearsal()).forEach(this::rehearse);
        var rest = batch.stream()
                .filter(waiting -> !waiting.operation.rehearsal())
                .filter(this::isInTime)
                .toList();
        while (!rest.isEmpty()) {
            int decided = decideFirst(rest);
            rest = rest.stream().skip(decided).filter(this::isInTime).toList();
        }
    }

    private void rehearse(Waiting waiting) {
        try {
            waiting.complete(decider.rehearse(new Prepared(waiting.operation, waiting.prefetched)));
        } catch (RuntimeException | Error failure) {
            waiting.fail(failure);
        }
    }

    /** @return how many have been answered */
    private int decideFirst(List<Waiting> batch) {
        long start = System.nanoTime();
        long before = decider.head();
        try {
            var replies = decider.decide(batch.stream()
                    .map(waiting -> new Prepared(waiting.operation, waiting.prefetched))
                    .toList());
            metrics.committed(replies.size(), (int) (decider.head() - before), System.nanoTime() - start);
            for (int i = 0; i < replies.size(); i++) {
                batch.get(i).complete(replies.get(i));
                if (replies.get(i).answer() instanceof Answer.Refused refused) {
                    metrics.refused(refused.code());
                }
            }
            var fault = replies.getLast().fault();
            if (fault != null) {
                endEra(fault);
            }
            storeSnapshots();
            return replies.size();
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException | Error failure) {
            endEra(failure);
            batch.forEach(waiting -> waiting.fail(failure));
            return batch.size();
        }
    }

    /** What was handed in, in order, after something that failed must not happen without it. */
    private boolean isInTime(Waiting waiting) {
        if (waiting.era == ANY_ERA || waiting.era == era.get()) {
            return true;
        }
        waiting.fail(endOfEra);
        return false;
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

    /** An operation that waits for its answer. */
    static final class Waiting {
        private final Operation operation;
        private final long era;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private Prefetched prefetched = Prefetched.NOTHING;

        private Waiting(Operation operation, long era) {
            this.operation = operation;
            this.era = era;
        }

        static Waiting inAnyEra(Operation operation) {
            return new Waiting(operation, ANY_ERA);
        }

        static Waiting inEra(long era, Operation operation) {
            return new Waiting(operation, era);
        }

        Operation operation() {
            return operation;
        }

        CompletableFuture<Answer> answer() {
            return answer;
        }

        void fail(Throwable why) {
            answer.completeExceptionally(why);
        }

        private void complete(Reply reply) {
            if (reply.fault() != null) {
                fail(reply.fault());
            } else {
                answer.complete(reply.answer());
            }
        }
    }
}
