package kr.dure.ops.metrics;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kr.dure.api.projection.Projector;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Unit;

/** How a ledger stands, for whoever watches it. */
public final class Vitals {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final LogStore log;
    private final Projector money;
    private final Supplier<Books> books;
    private final Supplier<Double> deadLetters;
    private final Supplier<Double> settlementAge;
    private long checks;

    public Vitals(LogStore log, Projector money, DataSource database, Clock clock) {
        this.log = log;
        this.money = money;
        this.books = new Remembered<>(clock, FRESH, () -> {
            checks++;
            return Books.read(database);
        });
        this.deadLetters =
                new Remembered<>(clock, FRESH, () -> number(database, "select count(*) from read.dead_letter"));
        this.settlementAge = new Remembered<>(clock, FRESH, () -> age(database, clock.instant()));
    }

    /**
     * The sum of all balances in each unit, which is zero.
     *
     * @param sums of those units in which it is not
     */
    public record Books(Map<Unit, Long> sums) {
        static Books read(DataSource database) throws SQLException {
            Map<Unit, Long> sums = new EnumMap<>(Unit.class);
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select unit, sum(amount)::bigint from read.balance group by unit having sum(amount) <> 0")) {
                while (rows.next()) {
                    sums.put(Unit.valueOf(rows.getString(1)), rows.getLong(2));
                }
            }
            return new Books(sums);
        }

        public boolean isBalanced() {
            return sums.isEmpty();
        }
    }

    public long head() {
        return log.head();
    }

    /** How many events the views of money do not show yet. */
    public long lag() {
        return Math.max(0, log.head() - money.position());
    }

    public Projector money() {
        return money;
    }

    public Books books() {
        return books.get();
    }

    /** How often the books were added up. */
    double checks() {
        return checks;
    }

    double deadLetters() {
        return deadLetters.get();
    }

    /** How long the oldest batch has waited for the bank, in seconds since the end of its day; 0 if none waits. */
    double settlementAge() {
        return settlementAge.get();
    }

    private static double age(DataSource database, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select min(batch) from read.batch where waiting > 0")) {
            rows.next();
            var oldest = rows.getObject(1, LocalDate.class);
            return oldest == null
                    ? 0
                    : Math.max(
                            0,
                            Duration.between(Moment.startOf(oldest.plusDays(1)), now)
                                    .toSeconds());
        }
    }

    private static double number(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
