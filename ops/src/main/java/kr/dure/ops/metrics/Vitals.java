package kr.dure.ops.metrics;

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
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a ledger stands, for whoever watches it. */
public final class Vitals {
    static final Duration FRESH = Duration.ofSeconds(30);

    private final LogStore log;
    private final Projector money;
    private final Supplier<Books> books;
    private final Supplier<Long> deadLetters;
    private final Supplier<Long> settlementAge;
    private long checks;

    public Vitals(LogStore log, Projector money, DataSource database, Clock clock) {
        this.log = log;
        this.money = money;
        var reading = JdbcClient.create(database);
        this.books = new Remembered<>(clock, FRESH, () -> {
            checks++;
            return Books.read(reading);
        });
        this.deadLetters = new Remembered<>(
                clock,
                FRESH,
                () -> reading.sql("select count(*) from read.dead_letter")
                        .query(Long.class)
                        .single());
        this.settlementAge = new Remembered<>(clock, FRESH, () -> age(reading, clock.instant()));
    }

    /**
     * The sum of all balances in each unit, which is zero.
     *
     * @param sums of those units in which it is not
     */
    public record Books(Map<Unit, Long> sums) {
        static Books read(JdbcClient database) {
            Map<Unit, Long> sums = new EnumMap<>(Unit.class);
            database.sql("select unit, sum(amount)::bigint from read.balance group by unit having sum(amount) <> 0")
                    .query(row -> {
                        sums.put(Unit.valueOf(row.getString(1)), row.getLong(2));
                    });
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

    long deadLetters() {
        return deadLetters.get();
    }

    /** How long the oldest batch has waited for the bank, in seconds since the end of its day; 0 if none waits. */
    long settlementAge() {
        return settlementAge.get();
    }

    private static long age(JdbcClient database, Instant now) {
        return database.sql("select batch from read.batch where waiting > 0 order by batch limit 1")
                .query(LocalDate.class)
                .optional()
                .map(oldest -> Duration.between(Moment.startOf(oldest.plusDays(1)), now))
                .map(waiting -> Math.max(0, waiting.toSeconds()))
                .orElse(0L);
    }
}
