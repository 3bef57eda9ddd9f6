package kr.dure.api.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Filling;
import kr.dure.api.projection.LogPages;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;

/** Makes the projections anew beside the live ones, from the log, and compares them table by table. */
public final class Rebuild {
    private final LogStore log;
    private final EventCodec codec;
    private final DataSource app;
    private final SpareTables spare;

    /**
     * @param app as the role that runs
     * @param owner as the role that owns the schema
     * @param appRole the name of the role that runs
     */
    public Rebuild(LogStore log, EventCodec codec, DataSource app, DataSource owner, String appRole) {
        this.log = log;
        this.codec = codec;
        this.app = app;
        this.spare = new SpareTables(owner, appRole);
    }

    /** A table with its live rows, and the digest of all its rows, live and rebuilt. */
    public record Table(String name, long rows, String live, String rebuilt) {
        public boolean isEqual() {
            return live.equals(rebuilt);
        }
    }

    /**
     * @param position up to which both were folded
     * @param making how long it took to make the tables; to compare them comes after
     */
    public record Result(long position, Duration making, List<Table> tables) {
        public boolean isEqual() {
            return tables.stream().allMatch(Table::isEqual);
        }
    }

    /**
     * Rebuilds up to where the live tables are now, and compares; they may go on meanwhile. The rebuilt tables stay until
     * {@link #discard} or {@link #switchOver}.
     *
     * @throws IllegalStateException if an event cannot be taken in
     */
    public Result run() throws SQLException {
        long start = System.nanoTime();
        spare.create();
        try (Snapshot live = Snapshot.open(app, ReadSide.SCHEMA)) {
            long position = live.number("select position from projection where name = 'money'");
            fill(LogPages.upTo(position, log));
            spare.finish();
            var making = Duration.ofNanos(System.nanoTime() - start);
            try (Snapshot rebuilt = Snapshot.open(app, SpareTables.SCHEMA)) {
                return new Result(position, making, compare(live, rebuilt));
            }
        }
    }

    private void fill(LogPages pages) throws SQLException {
        try {
            new Filling(ReadSide.money(pages, codec, SpareTables.SCHEMA), ReadSide.MONEY_TOTALS, app).run();
        } catch (InterruptedException hurried) {
            throw interrupted(hurried);
        }
    }

    /** Both at once, each in a session of its own. */
    private static List<Table> compare(Snapshot live, Snapshot rebuilt) throws SQLException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var theirs = threads.submit(() -> TableDigest.all(rebuilt, SpareTables.SCHEMA));
            var ours = TableDigest.all(live, ReadSide.SCHEMA);
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                var one = ours.get(i);
                var other = theirs.get().get(i);
                tables.add(new Table(ReadSide.MONEY_TABLES.get(i), one.rows(), one.digest(), other.digest()));
            }
            return tables;
        } catch (ExecutionException failure) {
            throw new SQLException("the rebuilt tables cannot be read", failure.getCause());
        } catch (InterruptedException hurried) {
            throw interrupted(hurried);
        }
    }

    private static IllegalStateException interrupted(InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while rebuilding", hurried);
    }

    /**
     * Puts the rebuilt tables, brought up to the log's head, in the place of the live ones. The live projection stands
     * still meanwhile, and then goes on with the new tables; readers wait for no longer than their exchange takes.
     */
    public void switchOver() throws SQLException {
        spare.keepFromNowOn();
        try (Connection standstill = spare.holdLiveProjection()) {
            fill(LogPages.upTo(log.head(), log));
            spare.exchange(standstill);
        }
    }

    /** Throws the rebuilt tables away. */
    public void discard() throws SQLException {
        spare.discard();
    }
}
