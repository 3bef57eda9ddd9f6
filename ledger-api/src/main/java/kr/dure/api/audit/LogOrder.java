package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.Instant;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.eventlog.StoredEvent;

/** The order of the log: every position once, time never going back, every operation once. */
final class LogOrder {
    private final Differences differences;
    private long position;
    private Instant latest = Instant.MIN;

    LogOrder(Differences differences) {
        this.differences = differences;
    }

    void next(StoredEvent event) {
        if (event.position() != position + 1) {
            differences.add("the log goes from position " + position + " to " + event.position());
        }
        if (event.at().isBefore(latest)) {
            differences.add(
                    "time goes back at position " + event.position() + ": from " + latest + " to " + event.at());
        }
        position = event.position();
        latest = event.at();
    }

    long position() {
        return position;
    }

    Instant latest() {
        return latest;
    }

    void operations(Snapshot snapshot) throws SQLException {
        snapshot.each(
                """
                select operation, count(*) from (
                    select operation from ledger.event where operation is not null and position <= ?
                    union all select operation from ledger.refusal) o
                group by operation having count(*) > 1""",
                row -> differences.add("operation " + row.getString(1) + " was answered " + row.getLong(2) + " times"),
                position);
    }
}
