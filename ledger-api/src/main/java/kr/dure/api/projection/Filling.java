package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Brings tables that nobody reads yet up to the log's end, as fast as the machine can: while one batch is written, by two
 * sessions at once, the next one is read. What starts with empty tables pours, and makes the totals at the end. Its
 * transactions are not one, so a filling that ends early is thrown away with its tables.
 */
public final class Filling {
    private static final int BATCH = 20_000;

    /** Totals sort and hash all that was poured; with the few megabytes that a server gives by default, on disk. */
    private static final String ROOM = "set local work_mem = '256MB'";

    private final ProjectionGroup group;
    private final List<Totals> totals;
    private final DataSource database;

    /**
     * @param group over a log that has an end
     * @param totals what is made of all that the group pours
     * @param database as the role that runs
     */
    public Filling(ProjectionGroup group, List<Totals> totals, DataSource database) {
        this.group = group;
        this.totals = totals;
        this.database = database;
    }

    /**
     * Folds everything after the group's position.
     *
     * @return the position that it has then
     * @throws IllegalStateException if an event cannot be taken in
     */
    public long run() throws SQLException, InterruptedException {
        try (Connection first = database.getConnection();
                Connection second = database.getConnection();
                ExecutorService threads = Executors.newFixedThreadPool(
                        2, Thread.ofPlatform().name("dure-filling-", 0).factory())) {
            return fill(first, second, threads);
        } catch (Poison poison) {
            throw new IllegalStateException(
                    "the rebuilding stopped at position " + (poison.position() - 1) + ": " + poison.getMessage(),
                    poison);
        }
    }

    private long fill(Connection first, Connection second, ExecutorService threads)
            throws SQLException, InterruptedException {
        var standing = group.standing(first);
        boolean pours = standing.position() == 0;
        long position = standing.position();
        long at = standing.at();
        var days = new LogDays();
        Future<Batch> next = readAhead(threads, position);
        for (Batch batch = await(next); !batch.isEmpty(); batch = await(next)) {
            next = readAhead(threads, batch.position());
            write(batch, new Way(pours, at), first, second, threads);
            days.add(batch);
            position = batch.position();
            at = batch.at();
        }
        if (pours && position > 0) {
            makeTotals(days, threads);
        }
        group.stand(first, position, at);
        return position;
    }

    /**
     * How a batch is written.
     *
     * @param before the time of the newest event before it
     */
    private record Way(boolean pours, long before) {
        void write(Changes changes, Connection connection) throws SQLException {
            if (pours) {
                changes.pour(connection, before);
            } else {
                changes.write(connection, before);
            }
        }
    }

    private void makeTotals(LogDays days, ExecutorService threads) throws InterruptedException {
        var made = totals.stream()
                .map(total -> threads.submit(() -> {
                    try (Connection connection = database.getConnection()) {
                        group.work(connection, () -> {
                            makeRoom(connection);
                            total.make(connection, days);
                        });
                    }
                    return total;
                }))
                .toList();
        for (Future<Totals> total : made) {
            await(total);
        }
    }

    private static void makeRoom(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ROOM);
        }
    }

    private Future<Batch> readAhead(ExecutorService threads, long after) {
        return threads.submit(() -> group.read(after, BATCH, Set.of()));
    }

    /** The group's first tables, the journal's, get about as many rows as all others together. */
    private void write(Batch batch, Way way, Connection first, Connection second, ExecutorService threads)
            throws InterruptedException {
        List<Changes> changes = batch.changes();
        int middle = Math.min(1, changes.size());
        Future<?> journal = threads.submit(() -> write(batch, changes.subList(0, middle), way, first));
        try {
            write(batch, changes.subList(middle, changes.size()), way, second);
        } finally {
            await(journal);
        }
    }

    private void write(Batch batch, List<Changes> some, Way way, Connection connection) {
        try {
            group.work(connection, () -> {
                for (Changes changes : some) {
                    way.write(changes, connection);
                }
            });
        } catch (SQLException | RuntimeException failure) {
            throw new IllegalStateException(
                    "events " + (batch.after() + 1) + " to " + batch.position() + " do not fit: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static <T> T await(Future<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException reason
                    ? reason
                    : new IllegalStateException(failure.getCause());
        }
    }
}
