package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.StoredEvent;

/**
 * Refolds the whole log and holds journal and projections against it, row by row. In memory are all balances, what many
 * wallets share, and a page of everything else.
 */
public final class Verification {
    private static final int PAGE = 5_000;

    private final LogStore log;
    private final EventCodec codec;
    private final DataSource database;
    private final Collection<Supplier<? extends Collection<String>>> furtherChecks;

    /** @param database as the role that runs; what its projections have not yet taken in is not looked at */
    public Verification(LogStore log, EventCodec codec, DataSource database) {
        this(log, codec, database, List.of());
    }

    /** @param furtherChecks give a sentence for each thing that is not as it should be */
    public Verification(
            LogStore log,
            EventCodec codec,
            DataSource database,
            Collection<Supplier<? extends Collection<String>>> furtherChecks) {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.furtherChecks = List.copyOf(furtherChecks);
    }

    /**
     * What came of it.
     *
     * @param position up to which the log was folded
     * @param checked how many of each thing were compared
     * @param count of all differences
     * @param differences the first of them, each in a sentence
     */
    public record Result(long position, Map<String, Long> checked, long count, List<String> differences) {}

    public Result run() throws SQLException {
        var differences = new Differences();
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            long position = snapshot.number("select position from projection where name = 'money'");
            var order = new LogOrder(differences);
            var journal = alongTheLog(snapshot, position, order, differences);
            standing(snapshot, order, differences);
            order.operations(snapshot);
            new TrialBalance(differences).check(journal.balances());
            var tables = new Comparison(snapshot, differences);
            new StreamCheck(codec, tables, journal, order.latest()).run(snapshot, position);
            furtherChecks.forEach(check -> check.get().forEach(differences::add));
            return differences.result(order.position());
        }
    }

    private JournalFold alongTheLog(Snapshot snapshot, long position, LogOrder order, Differences differences)
            throws SQLException {
        try (var postings = new PostingTable(snapshot, differences);
                var closings = new DailyTable(snapshot, differences);
                var orders = new OrderTable(snapshot, differences)) {
            var journal = new JournalFold(postings, closings);
            var shared = new SharedFold(journal);
            List<StoredEvent> page = log.read(0, PAGE);
            while (!page.isEmpty() && page.getFirst().position() <= position) {
                for (StoredEvent event : page) {
                    if (event.position() <= position) {
                        order.next(event);
                        fold(event, journal, shared, orders, differences);
                    }
                }
                page = log.read(page.getLast().position(), PAGE);
            }
            orders.end();
            var tables = new Comparison(snapshot, differences);
            journal.compare(tables);
            shared.compare(tables);
            return journal;
        }
    }

    private void fold(
            StoredEvent event, JournalFold journal, SharedFold shared, OrderTable orders, Differences differences)
            throws SQLException {
        differences.checked("events", 1);
        Fact fact;
        try {
            fact = Fact.of(event, codec);
        } catch (RuntimeException unreadable) {
            differences.add(
                    "the event at position " + event.position() + " cannot be read: " + unreadable.getMessage());
            return;
        }
        journal.fold(fact);
        shared.fold(fact);
        orders.compare(fact);
    }

    private static void standing(Snapshot snapshot, LogOrder order, Differences differences) throws SQLException {
        snapshot.each("select position, at, halted_at, error from projection where name = 'money'", row -> {
            differences.compare("projection, position", order.position(), row.getLong(1));
            differences.compare(
                    "projection, time", order.position() == 0 ? 0L : Nanos.of(order.latest()), row.getLong(2));
            if (row.getObject(3) != null) {
                differences.add("the projection is halted at position " + row.getLong(3) + ": " + row.getString(4));
            }
        });
    }
}
