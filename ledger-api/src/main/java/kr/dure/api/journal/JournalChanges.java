package kr.dure.api.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.RowCopy;
import kr.dure.core.account.Posting;

/** The journal of a batch: its postings, and what they add to balances and flows. */
public final class JournalChanges implements Changes {
    private final List<Line> lines = new ArrayList<>();
    private final Map<InUnit, Long> balances = new HashMap<>();
    private final Map<FlowKey, long[]> flows = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    @Override
    public void take(Fact fact) {
        day = fact.day();
        int number = 0;
        for (Posting posting : fact.postings()) {
            var key = new InUnit(posting.account().name(), posting.unit().name());
            lines.add(new Line(fact.position(), number++, key, posting.amount()));
            balances.merge(key, posting.amount(), Math::addExact);
            if (AccountClass.isIssuers(key.account())) {
                long[] sums = flows.computeIfAbsent(new FlowKey(key, fact.type()), k -> new long[2]);
                int side = posting.amount() > 0 ? 0 : 1;
                sums[side] = Math.addExact(sums[side], Math.absExact(posting.amount()));
            }
        }
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        pour(connection, before);
        closeDay(connection, Nanos.toMoment(before).date());
        writeBalances(connection);
    }

    /** Balances are left to {@link BalanceTotals}. */
    @Override
    public void pour(Connection connection, long before) throws SQLException {
        var rows = new RowCopy(5, lines.size());
        for (Line line : lines) {
            rows.row()
                    .int8(line.position())
                    .int2(line.number())
                    .text(line.key().account())
                    .text(line.key().unit())
                    .int8(line.amount());
        }
        rows.into(connection, "posting");
        new Bulk<>(connection, flows.entrySet())
                .texts(flow -> flow.getKey().key().account())
                .texts(flow -> flow.getKey().key().unit())
                .texts(flow -> flow.getKey().type())
                .longs(flow -> flow.getValue()[0])
                .longs(flow -> flow.getValue()[1])
                .update("""
                        insert into flow as f select * from unnest(?, ?, ?, ?, ?)
                        on conflict (account, unit, type) do update
                        set credits = f.credits + excluded.credits, debits = f.debits + excluded.debits""");
    }

    /** The last day that the tables know is over as soon as a later one begins. */
    private void closeDay(Connection connection, LocalDate last) throws SQLException {
        if (last.isBefore(day)) {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into daily_balance (account, unit, day, amount)
                    select account, unit, day, amount from balance where day = date '1970-01-01' + ?::int""")) {
                statement.setLong(1, last.toEpochDay());
                statement.executeUpdate();
            }
        }
    }

    /** What has only passed through is left out; neighbours in the table are written together. */
    private void writeBalances(Connection connection) throws SQLException {
        var changed = balances.entrySet().stream()
                .filter(sum -> sum.getValue() != 0
                        || !AccountClass.isTransit(sum.getKey().account()))
                .sorted(Map.Entry.comparingByKey(InUnit.ORDER))
                .toList();
        new Bulk<>(connection, changed)
                .texts(sum -> sum.getKey().account())
                .texts(sum -> sum.getKey().unit())
                .longs(Map.Entry::getValue)
                .value(day.toEpochDay())
                .update("""
                        insert into balance as b
                        select c.*, date '1970-01-01' + day::int
                        from unnest(?, ?, ?) c (account, unit, amount), (select ?::bigint) d (day)
                        on conflict (account, unit) do update
                        set amount = b.amount + excluded.amount, day = excluded.day""");
    }

    private record InUnit(String account, String unit) {
        static final Comparator<InUnit> ORDER =
                Comparator.comparing(InUnit::account).thenComparing(InUnit::unit);
    }

    private record FlowKey(InUnit key, String type) {}

    private record Line(long position, int number, InUnit key, long amount) {}
}
