package kr.dure.ops.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LeaseHeld;
import kr.dure.core.eventlog.LeaseLost;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.Writer;
import kr.dure.ops.keys.Identity;
import kr.dure.ops.link.Address;
import kr.dure.ops.link.LinkClient;
import kr.dure.ops.link.LinkUnavailable;
import kr.dure.ops.node.Role.Closed;
import kr.dure.ops.node.Role.CutOff;
import kr.dure.ops.node.Role.LeaseGone;
import kr.dure.ops.node.Role.Seeking;
import kr.dure.ops.node.Role.Standby;
import kr.dure.ops.node.Role.TakingOver;
import kr.dure.ops.node.Role.Writing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who decides: this node while it holds the lease, else whoever does. It asks for the lease about once a second, becomes
 * the writer when the lease is free, and stands by again when it was taken away.
 */
public final class Succession implements Desk, AutoCloseable {
    /** How long an operation waits for a writer from the moment on when there was none. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration EAGER = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final LogStore log;
    private final Function<String, Writer> opening;
    private final Function<Writer, Desk> pacing;
    private final Address address;
    private final Identity identity;
    private final EventCodec events;
    private final NodeMetrics metrics;
    private final Thread thread = Thread.ofPlatform().name("dure-succession").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Role role = new Seeking();
    private @Nullable Writer writer;
    private @Nullable Desk counter;
    private @Nullable LinkClient link;
    private long vacantSince = System.nanoTime();
    private volatile boolean closed;

    /**
     * @param opening makes this node the writer, under the name by which the others find it: its address
     * @param pacing puts something before the writer that makes operations wait
     * @param address of this node's link
     */
    Succession(
            LogStore log,
            Function<String, Writer> opening,
            Function<Writer, Desk> pacing,
            Address address,
            Identity identity,
            EventCodec events,
            NodeMetrics metrics) {
        this.log = log;
        this.opening = opening;
        this.pacing = pacing;
        this.address = address;
        this.identity = identity;
        this.events = events;
        this.metrics = metrics;
    }

    void start() {
        thread.start();
    }

    public Role role() {
        return role;
    }

    public Address address() {
        return address;
    }

    // ------------------------------------------------------------------------- operations

    /** Decided here, or forwarded. */
    @Override
    public CompletableFuture<Answer> submit(Operation operation) throws InterruptedException {
        return submit(operation, true);
    }

    /** Decided here or not at all, as what another node has forwarded. */
    Desk here() {
        return operation -> submit(operation, false);
    }

    private CompletableFuture<Answer> submit(Operation operation, boolean anywhere) throws InterruptedException {
        var desk = desk(anywhere);
        if (desk == null) {
            metrics.turnedAway();
            return CompletableFuture.failedFuture(new NobodyDecides(role.toString()));
        }
        if (desk instanceof LinkClient) {
            metrics.forwarded();
        }
        var settled = new CompletableFuture<Answer>();
        var _ = desk.submit(operation).whenComplete((answer, failure) -> {
            if (failure == null) {
                settled.complete(answer);
            } else {
                settled.completeExceptionally(told(failure));
            }
        });
        return settled;
    }

    /** Whoever takes operations; waits for one while there is none, but not for long. */
    private @Nullable Desk desk(boolean anywhere) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (counter != null) {
                    return counter;
                }
                if (anywhere && link != null) {
                    return link;
                }
                long left = vacantSince + PATIENCE.toNanos() - System.nanoTime();
                if (left <= 0 || link != null || closed) {
                    return null;
                }
                var _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Of what was handed to a writer that had lost its lease, nothing is in the log: another will take it. */
    private Throwable told(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof LeaseLost lost) {
            wake();
            return new NobodyDecides("another node takes over", lost);
        }
        return cause;
    }

    // ------------------------------------------------------------------------- taking turns

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (LogUnavailable notNow) {
                LOG.debug("who holds the lease cannot be told", notNow);
            } catch (RuntimeException failure) {
                LOG.error("the succession stumbled, and goes on", failure);
            }
            LockSupport.parkNanos(this, (role.serves() ? CALM : EAGER).toNanos());
        }
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    private void step() {
        var lease = log.lease();
        var mine = writer;
        if (mine != null && lease.epoch() == mine.epoch()) {
            return;
        }
        if (mine != null) {
            stepDown(mine);
        }
        if (lease.holder() == null) {
            takeOver();
        } else {
            follow(lease.holder());
        }
    }

    private void takeOver() {
        var before = link;
        become(new TakingOver(), null, null);
        try {
            var opened = opening.apply(address.toString());
            become(new Writing(opened.epoch()), opened, null);
        } catch (LeaseHeld another) {
            LOG.debug("another node was faster", another);
            become(new Seeking(), null, null);
        } catch (RuntimeException failure) {
            LOG.error("this node could not take over", failure);
            become(new Seeking(), null, null);
        } finally {
            if (before != null) {
                before.close(); // only now: a holder that has closed properly was still answering
            }
        }
    }

    private void stepDown(Writer mine) {
        LOG.warn("another node has taken the lease of epoch {}: this one stands by", mine.epoch());
        become(new LeaseGone(mine.epoch()), null, null);
        mine.close();
    }

    private void follow(String holder) {
        var before = link;
        if (before != null && before.isOpen() && role.equals(new Standby(holder))) {
            return;
        }
        if (holder.equals(address.toString())) {
            become(new Seeking(), null, null); // what is left of a session of ours will end soon
        } else {
            reach(holder);
        }
        if (before != null) {
            before.close();
        }
    }

    private void reach(String holder) {
        try {
            var reached = LinkClient.forwarding(Address.parse(holder), identity, events, this::linkBroke);
            become(new Standby(holder), null, reached);
            if (!reached.isOpen()) {
                linkBroke();
            }
        } catch (LinkUnavailable | IllegalArgumentException unreachable) {
            if (!role.equals(new CutOff(holder))) {
                LOG.info("{}", unreachable.getMessage());
            }
            become(new CutOff(holder), null, null);
        }
    }

    private void linkBroke() {
        lock.lock();
        try {
            if (link != null && !link.isOpen()) {
                become(new Seeking(), null, null);
            }
        } finally {
            lock.unlock();
        }
        wake();
    }

    private void become(Role next, @Nullable Writer nextWriter, @Nullable LinkClient nextLink) {
        lock.lock();
        try {
            boolean served = writer != null || link != null;
            if (served && nextWriter == null && nextLink == null) {
                vacantSince = System.nanoTime();
            }
            writer = nextWriter;
            counter = nextWriter == null ? null : pacing.apply(nextWriter);
            link = nextLink;
            changed.signalAll();
            if (!next.equals(role)) {
                role = next;
                LOG.info("this node, {}: {}", address, next);
                metrics.became(next);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives the lease back, so that another node takes over at once. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        var mine = writer;
        var theirs = link;
        become(new Closed(), null, null);
        if (mine != null) {
            mine.close();
        }
        if (theirs != null) {
            theirs.close();
        }
    }
}
