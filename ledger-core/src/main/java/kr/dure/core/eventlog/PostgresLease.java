package kr.dure.core.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.dure.core.eventlog.WriterSession.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The lease of this node, over the sessions in which it is held. A lock that belongs to a session keeps others away while
 * this node lives; the epoch in the lease's row, which each append checks, keeps this node away once another has it.
 *
 * <p>A session may break while the lease is ours. The next one then ends what is left of it and takes the lock again,
 * under the same epoch, unless somebody else was faster. When that is done, nothing that was sent before can be appended
 * any more: an outcome that was unknown is settled, and can be read.
 */
final class PostgresLease implements AutoCloseable {
    private final DataSource database;
    private final Rhythm rhythm;
    private final ScheduledExecutorService heart;

    /** 0 without a lease. */
    private long epoch;

    private @Nullable WriterSession session;
    /** Whose the lock was last. It may live on in the server, lock and all, after its connection has broken. */
    private @Nullable Identity locker;

    private volatile boolean unsettled;

    /**
     * How a holder shows that it lives.
     *
     * @param beat how often it says something at least
     * @param limit after what silence the server ends its session, so that another node can take over
     */
    record Rhythm(Duration beat, Duration limit) {
        private static final int BEATS = 5;

        static Rhythm of(Duration limit) {
            return new Rhythm(limit.dividedBy(BEATS), limit);
        }
    }

    PostgresLease(DataSource database, Rhythm rhythm) {
        this.database = database;
        this.rhythm = rhythm;
        this.heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("dure-lease").daemon().factory());
        long beat = rhythm.beat().toMillis();
        var _ = heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    synchronized long take(String holder) {
        giveBack();
        var opened = WriterSession.open(database, rhythm.limit());
        try {
            if (!locks(opened)) {
                throw new LeaseHeld(opened.lease().holder());
            }
            epoch = opened.nextEpoch(holder);
            session = opened;
            return epoch;
        } catch (SQLException failure) {
            throw new LogUnavailable("the lease cannot be taken: " + PostgresFailure.line(failure), failure);
        } finally {
            if (session == null) {
                opened.close();
            }
        }
    }

    synchronized void giveBack() {
        if (session != null) {
            session.giveBack(epoch);
            drop();
        }
        forget();
    }

    synchronized void append(LogBatch batch, long writersEpoch) {
        if (epoch == 0 || writersEpoch != epoch) {
            throw new LeaseLost(writersEpoch);
        }
        try {
            resumed().append(batch, epoch);
        } catch (LeaseLost lost) {
            drop();
            forget();
            throw lost;
        } catch (OutcomeUnknown unknown) {
            unsettled = true;
            drop();
            throw unknown;
        } catch (LogUnavailable notNow) {
            drop(); // another session may be better off: of the server that is now the primary, say
            throw notNow;
        }
    }

    /**
     * Returns when no append of this node is under way any more whose outcome was unknown.
     *
     * @throws LogUnavailable if that cannot be brought about now
     */
    void settle() {
        if (unsettled) {
            try {
                resume();
            } catch (LeaseLost settled) {
                PostgresLog.LOG.info("{}: what was under way has ended", settled.getMessage());
            }
        }
    }

    private synchronized void resume() {
        if (unsettled) {
            resumed();
        }
    }

    /** The session, or a new one that holds the lease again. */
    private WriterSession resumed() {
        if (session != null) {
            return session;
        }
        var opened = WriterSession.open(database, rhythm.limit());
        try {
            boolean locked = locks(opened);
            if (opened.lease().epoch() != epoch) {
                var lost = new LeaseLost(epoch);
                forget();
                throw lost;
            }
            if (!locked) {
                throw new LogUnavailable("another session holds its lock", new LeaseHeld("another session"));
            }
            session = opened;
            unsettled = false;
            return opened;
        } catch (SQLException failure) {
            throw new LogUnavailable(PostgresFailure.line(failure), failure);
        } finally {
            if (session == null) {
                opened.close();
            }
        }
    }

    /** Whether a new session gets the lock. Nobody listens to the last session any more, so that is ended first. */
    private boolean locks(WriterSession opened) throws SQLException {
        if (locker != null) {
            opened.end(locker);
        }
        boolean locked = opened.lock();
        if (locked) {
            locker = opened.identity();
        }
        return locked;
    }

    private void drop() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void forget() {
        epoch = 0;
        unsettled = false;
    }

    /** Keeps an idle session alive, and puts a new one in the place of one that has died, before it is needed. */
    private synchronized void beat() {
        try {
            if (session != null && !session.isAlive()) {
                PostgresLog.LOG.warn("the writer's session with the database has broken; another is opened");
                drop();
            }
            if (epoch != 0) {
                resumed();
            }
        } catch (LeaseLost lost) {
            PostgresLog.LOG.warn(lost.getMessage());
        } catch (RuntimeException notYet) {
            PostgresLog.LOG.debug("the writer's session cannot be opened yet", notYet);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        giveBack();
    }
}
