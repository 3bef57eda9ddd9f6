package kr.dure.api.projection;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import kr.dure.api.projection.ProjectorState.Following;
import kr.dure.api.projection.ProjectorState.Halted;
import kr.dure.api.projection.ProjectorState.Leading;
import kr.dure.api.projection.ProjectorState.Stopped;
import kr.dure.api.projection.ProjectorState.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a group of projections up with the log. While one batch is being written, the next one is read and folded on
 * another thread. It needs no writer in its process, only the log.
 */
public final class Projector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofMillis(500);
    /** How often a leader says something at least. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final long NOWHERE = -1;

    private final ProjectionGroup group;
    private final DataSource database;
    private final ProjectionMetrics metrics;
    private final Pace pace;
    private final Progress progress = new Progress();
    private final Semaphore wakeUps = new Semaphore(0);
    private final ExecutorService ahead;
    private final Thread thread;
    private long spoke;
    private long haltReported = NOWHERE;
    private volatile boolean resumed;
    private volatile boolean closed;

    /** @param database as the role that runs; one of its connections is kept while this projector leads */
    public Projector(ProjectionGroup group, DataSource database, ProjectionMetrics metrics) {
        this(group, database, metrics, Pace.USUAL);
    }

    public Projector(ProjectionGroup group, DataSource database, ProjectionMetrics metrics, Pace pace) {
        this.group = group;
        this.database = database;
        this.metrics = metrics;
        this.pace = pace;
        this.ahead = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .name("dure-projection-reader " + group.name())
                .daemon()
                .factory());
        this.thread =
                Thread.ofPlatform().name("dure-projection " + group.name()).unstarted(this::run);
    }

    public Projector start() {
        thread.start();
        return this;
    }

    /** The position of the last event that queries see. */
    public long position() {
        return progress.position();
    }

    public ProjectorState state() {
        return progress.state();
    }

    /** Says that there may be something new; cheap, any thread. It would be found a little later anyway. */
    public void wake() {
        wakeUps.release();
    }

    /** After a repair: tries again what halted the projection. A restart does the same. */
    public void resume() {
        resumed = true;
        wake();
    }

    /**
     * Waits until queries see an event.
     *
     * @return whether they do; false when the time is up, and at once while the projection is halted
     */
    public boolean awaitPosition(long position, Duration limit) throws InterruptedException {
        if (progress.position() < position) {
            wake();
        }
        return progress.await(position, limit);
    }

    /** Looks out for events after one that has been seen, for a while, and hurries nobody. */
    public void awaitNews(long seen, Duration limit) throws InterruptedException {
        progress.awaitNews(seen, limit);
    }

    private void run() {
        try {
            while (!closed) {
                try (Connection connection = database.getConnection()) {
                    leadOrFollow(connection);
                } catch (SQLException | RuntimeException trouble) {
                    waits(trouble);
                    pause(RETRY);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            progress.update(new Stopped());
        }
    }

    /** Says what it waits for, once. */
    private void waits(Exception trouble) {
        var state = new Waiting(String.valueOf(trouble.getMessage()));
        if (!progress.state().equals(state)) {
            LOG.warn("the projection {} waits: {}", group.name(), state.why(), Faults.passes(trouble) ? null : trouble);
        }
        progress.update(state);
    }

    private void leadOrFollow(Connection connection) throws SQLException, InterruptedException {
        if (!group.tryToLead(connection, pace.silence())) {
            follow(group.standing(connection));
            return;
        }
        try {
            while (!closed) {
                lead(connection);
            }
        } finally {
            group.stopLeading(connection);
        }
    }

    private void follow(ProjectionGroup.Standing standing) throws InterruptedException {
        progress.update(standing.position(), standing.haltedAt() == null ? new Following() : halted(standing));
        pause(POLL);
    }

    private static Halted halted(ProjectionGroup.Standing standing) {
        return new Halted(requireNonNull(standing.haltedAt()), String.valueOf(standing.error()));
    }

    private void lead(Connection connection) throws SQLException, InterruptedException {
        try {
            var standing = group.standing(connection);
            progress.update(standing.position(), new Leading());
            project(connection, standing);
        } catch (Poison poison) {
            switch (group.onPoison()) {
                case HALT -> halt(connection, poison);
                case PARK -> park(connection, poison);
            }
        }
    }

    /** Says so once, also if the database goes away and comes back meanwhile. */
    private void halt(Connection connection, Poison poison) throws SQLException, InterruptedException {
        if (haltReported != poison.position()) {
            LOG.error("the projection {} is halted at position {}", group.name(), poison.position(), poison);
            metrics.halted(poison);
            haltReported = poison.position();
        }
        group.halt(connection, poison);
        progress.update(new Halted(poison.position(), String.valueOf(poison.getMessage())));
        awaitRepair(connection);
    }

    private void park(Connection connection, Poison poison) throws SQLException {
        if (group.park(connection, poison)) {
            LOG.error("the projection {} puts position {} aside", group.name(), poison.position(), poison);
            metrics.parked(poison);
        }
    }

    private void awaitRepair(Connection connection) throws SQLException, InterruptedException {
        resumed = false;
        while (!resumed && !closed) {
            pause(RETRY);
            showLife(connection);
        }
        if (resumed) {
            haltReported = NOWHERE;
        }
    }

    /** A batch that cannot be written is tried again in halves, so that everything before the poison is kept. */
    private void project(Connection connection, ProjectionGroup.Standing standing)
            throws SQLException, InterruptedException {
        int limit = pace.batch();
        Future<Batch> next = readAhead(standing, standing.position(), limit);
        while (!closed) {
            Batch batch = await(next, connection);
            showLife(connection);
            if (batch.isEmpty()) {
                pause(POLL);
                next = readAhead(standing, batch.position(), limit);
                continue;
            }
            if (batch.more()) {
                next = readAhead(standing, batch.position(), limit);
            }
            try {
                if (!write(connection, batch, standing)) {
                    return;
                }
                limit = Math.min(pace.batch(), 2 * limit);
            } catch (SQLException | RuntimeException failure) {
                if (Faults.passes(failure)) {
                    throw failure;
                }
                if (limit == 1) {
                    throw new Poison(batch.after() + 1, failure);
                }
                limit = Math.max(1, Math.min(limit, batch.size()) / 2);
                next = readAhead(standing, batch.after(), limit);
                continue;
            }
            if (!batch.more()) {
                progress.whileNobodyWaits(pace.gather().toNanos());
                next = readAhead(standing, batch.position(), limit);
            }
        }
    }

    private boolean write(Connection connection, Batch batch, ProjectionGroup.Standing standing) throws SQLException {
        long start = System.nanoTime();
        boolean written = group.write(connection, batch, standing);
        if (written) {
            progress.update(batch.position(), new Leading());
            metrics.written(batch.size(), System.nanoTime() - start);
        }
        return written;
    }

    private Future<Batch> readAhead(ProjectionGroup.Standing standing, long after, int limit) {
        return ahead.submit(() -> group.read(after, limit, standing.parked()));
    }

    private Batch await(Future<Batch> read, Connection connection) throws SQLException, InterruptedException {
        try {
            while (true) {
                try {
                    return read.get(BEAT.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException notYet) {
                    showLife(connection);
                }
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void showLife(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (now - spoke >= BEAT.toNanos()) {
            group.showLife(connection);
            spoke = now;
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (wakeUps.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
        }
    }

    /** Finishes the batch that is being written, and stops. */
    @Override
    public void close() {
        closed = true;
        wake();
        progress.end();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        ahead.close();
    }
}
