package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Snapshot;

/** The closing balances, read along the log: each day's when it closes. */
final class DailyTable implements AutoCloseable {
    private final Differences differences;
    private final Snapshot.Cursor rows;
    private boolean more;

    DailyTable(Snapshot snapshot, Differences differences) throws SQLException {
        this.differences = differences;
        this.rows = snapshot.cursor(
                "select account, unit, amount, day - date '1970-01-01' from daily_balance order by day");
        this.more = rows.next();
    }

    void compare(LocalDate day, Map<InUnit, Long> closing) throws SQLException {
        surplusBefore(day);
        Map<InUnit, Long> missing = new HashMap<>(closing);
        while (more && day().equals(day)) {
            var account = InUnit.read(rows.row());
            differences.compare(
                    name(day, account), missing.remove(account), rows.row().getLong(3));
            more = rows.next();
        }
        missing.forEach((account, amount) -> differences.compare(name(day, account), amount, null));
        differences.checked("closing balances", closing.size());
    }

    /** Closing balances of days that are not over, or never were. */
    void end() throws SQLException {
        surplusBefore(LocalDate.MAX);
    }

    private void surplusBefore(LocalDate day) throws SQLException {
        while (more && day().isBefore(day)) {
            differences.compare(
                    name(day(), InUnit.read(rows.row())), null, rows.row().getLong(3));
            more = rows.next();
        }
    }

    private LocalDate day() throws SQLException {
        return LocalDate.ofEpochDay(rows.row().getLong(4));
    }

    private static String name(LocalDate day, InUnit account) {
        return "the closing balances of " + day + ", " + account;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
