package kr.dure.api.audit;

import java.sql.SQLException;
import kr.dure.api.funding.MoneyOrder;
import kr.dure.api.funding.MoneyOrder.Kind;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Snapshot;
import org.jspecify.annotations.Nullable;

/** Charges and payouts, read along the log: each where it was asked for or ordered. */
final class OrderTable implements AutoCloseable {
    private static final String ROWS = """
            select o.position, o.kind, o.wallet, o.charge, c.wallet
            from money_order o left join money_order c on c.kind = 'CHARGE' and c.charge = o.charge
            order by o.position""";

    private final Differences differences;
    private final Snapshot.Cursor rows;
    private boolean more;

    OrderTable(Snapshot snapshot, Differences differences) throws SQLException {
        this.differences = differences;
        this.rows = snapshot.cursor(ROWS);
        this.more = rows.next();
    }

    void compare(Fact fact) throws SQLException {
        surplusBefore(fact.position());
        var expected = MoneyOrder.of(fact).orElse(null);
        boolean found = more && rows.row().getLong(1) == fact.position();
        if (expected != null || found) {
            differences.compare(name(fact.position()), expected == null ? null : whole(expected, found), row(found));
            differences.checked("orders", 1);
        }
        if (found) {
            more = rows.next();
        }
    }

    /** What stands among the orders and is none. */
    void end() throws SQLException {
        surplusBefore(Long.MAX_VALUE);
    }

    private void surplusBefore(long position) throws SQLException {
        while (more && rows.row().getLong(1) < position) {
            differences.compare(name(rows.row().getLong(1)), null, row(true));
            more = rows.next();
        }
    }

    private static String name(long position) {
        return "orders, position " + position;
    }

    /** A deposit's wallet is that of its charge, which stands in a row that was compared before. */
    private MoneyOrder whole(MoneyOrder expected, boolean found) throws SQLException {
        if (expected.wallet() != null || !found) {
            return expected;
        }
        return new MoneyOrder(expected.position(), expected.kind(), rows.row().getString(5), expected.charge());
    }

    private @Nullable MoneyOrder row(boolean found) throws SQLException {
        if (!found) {
            return null;
        }
        var row = rows.row();
        return new MoneyOrder(row.getLong(1), Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
