package kr.dure.api.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Unit;

/** Balances at any past time: the closing balance of a day before, and one day's postings at most. */
public final class BalanceHistory {
    private static final String CLOSING = """
            select case when b.day < ? then b.amount else (
                select d.amount from daily_balance d
                where d.account = b.account and d.unit = b.unit and d.day < ? order by d.day desc limit 1) end
            from balance b where b.account = ? and b.unit = ?""";

    private static final String CLOSINGS = """
            select coalesce(sum(case when b.day < ? then b.amount else (
                select d.amount from daily_balance d
                where d.account = b.account and d.unit = b.unit and d.day < ? order by d.day desc limit 1) end), 0)::bigint
            from balance b where b.unit = ?""";

    private static final String POSTED = """
            select coalesce(sum(amount), 0)::bigint from posting
            where position > ? and position <= ? and account = ? and unit = ?""";

    private static final String ALL_POSTED = """
            select coalesce(sum(amount), 0)::bigint from posting where position > ? and position <= ? and unit = ?""";

    private final Snapshot snapshot;

    public BalanceHistory(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A past time, found once for all that is asked of it. */
    public At at(Instant at) throws SQLException {
        var moment = new Moment(at);
        return new At(moment.date(), positionAt(moment.startOfDay().minusNanos(1)), positionAt(at));
    }

    /** The sum of all accounts at a time, which is zero in each unit. */
    public Map<Unit, Long> trialBalance(Instant at) throws SQLException {
        var then = at(at);
        Map<Unit, Long> sums = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            sums.put(
                    unit,
                    Math.addExact(
                            snapshot.number(CLOSINGS, then.day, then.day, unit.name()),
                            snapshot.number(ALL_POSTED, then.before, then.position, unit.name())));
        }
        return sums;
    }

    /** The position of the last event that the tables know and that happened at a time or before; 0 if there is none. */
    public long positionAt(Instant at) throws SQLException {
        long nanos = Nanos.of(at);
        long before = 0;
        long after = 1 + snapshot.number("select position from projection where name = 'money'");
        while (after - before > 1) {
            long middle = (before + after) >>> 1;
            if (snapshot.number("select at from ledger.event where position = ?", middle) <= nanos) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return before;
    }

    /** The postings of a day up to a time. */
    public final class At {
        private final LocalDate day;
        private final long before;
        private final long position;

        private At(LocalDate day, long before, long position) {
            this.day = day;
            this.before = before;
            this.position = position;
        }

        /** Of the last event that the tables know and that happened at this time or before; 0 if there is none. */
        public long position() {
            return position;
        }

        /** What an account held right after everything that happened up to this time; zero before anything did. */
        public long balance(Account account, Unit unit) throws SQLException {
            return Math.addExact(
                    snapshot.number(CLOSING, day, day, account.name(), unit.name()),
                    snapshot.number(POSTED, before, position, account.name(), unit.name()));
        }
    }
}
