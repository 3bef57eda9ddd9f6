package kr.dure.bench.peer;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kr.dure.bench.Done;
import kr.dure.bench.Population;
import kr.dure.bench.Request;
import kr.dure.bench.Subject;
import kr.dure.core.ledger.Moment;
import kr.dure.ops.node.Databases;
import kr.dure.ops.postgres.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Double entry on rows: Spring's {@code JdbcTemplate}, HikariCP, READ COMMITTED, statements prepared on the server, a
 * transaction for each request. The idempotency key is the primary key of what is stored.
 *
 * <p>In its favour: no foreign keys, no index on the postings unless their owners' balances or statements are read by
 * it, no pots, no cashback, and a refusal is not kept, so that asking again with the same key decides anew.
 */
public final class JdbcSubject implements Subject {
    /** How requests are handled, and where a merchant's balance stands. */
    public enum Style {
        /** Statement after statement; the balance in a row that each payment changes. */
        SERVICE,
        /** Statement after statement; the balance nowhere: it is the sum of the postings. */
        SERVICE_WITHOUT_HOT_ROW,
        /** One statement for all of it; the balance in a row. */
        ONE_STATEMENT;

        boolean hasMerchantRow() {
            return this != SERVICE_WITHOUT_HOT_ROW;
        }

        JdbcHandling handling(JdbcTemplate jdbc) {
            return this == ONE_STATEMENT ? new JdbcOneStatement(jdbc) : new JdbcService(jdbc, hasMerchantRow());
        }
    }

    private final Database database;
    private final Style style;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Clients clients;
    private @Nullable JdbcTemplate jdbc;
    private @Nullable JdbcHandling handling;

    public JdbcSubject(Database database, Style style) {
        this.database = database;
        this.style = style;
    }

    @Override
    public void prepare(Population population) {
        var owner = new JdbcTemplate(Databases.single(database, database.owner()));
        owner.execute(JdbcSql.TABLES);
        if (!style.hasMerchantRow() || population.projections()) {
            owner.execute(JdbcSql.STATEMENTS_INDEX);
        }
        owner.execute(JdbcSql.grants(database.app().user()));
        owner.update(JdbcSql.OPEN_MERCHANTS, population.merchants());
        owner.update(JdbcSql.OPEN_WALLETS, Population.FUNDS, population.wallets());
        owner.execute(JdbcSql.OPEN_REST);
        owner.execute("vacuum analyze");
        use(inFlightToTry()[0]);
    }

    @Override
    public int[] inFlightToTry() {
        return Clients.toTry();
    }

    @Override
    public void use(int inFlight) {
        close();
        clients = new Clients(database, inFlight, true);
        jdbc = new JdbcTemplate(clients.connections());
        handling = style.handling(jdbc);
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        return CompletableFuture.supplyAsync(
                () -> handle(request), requireNonNull(clients).threads());
    }

    private int handle(Request request) {
        return switch (request) {
            case Request.Pay pay -> pay(pay) ? 1 : 0;
            case Request.Weigh weigh when style.hasMerchantRow() -> weigh(weigh) ? 1 : 0;
            case Request.Weigh _, Request.PayOut _ ->
                throw new UnsupportedOperationException(request.getClass().getSimpleName());
        };
    }

    private boolean pay(Request.Pay pay) {
        var id = UUID.fromString(pay.id());
        LocalDate month = today().withDayOfMonth(1);
        try {
            return requireNonNull(handling).pay(pay, id, month);
        } catch (DuplicateKeyException _) {
            return isStored(JdbcSql.SAME_PAYMENT, id, pay.wallet(), pay.merchant(), pay.amount());
        }
    }

    private boolean weigh(Request.Weigh weigh) {
        var id = UUID.fromString(weigh.id());
        try {
            return requireNonNull(handling).weigh(weigh, id, today());
        } catch (DuplicateKeyException _) {
            return isStored(JdbcSql.SAME_DEPOSIT, id, weigh.wallet(), weigh.grams());
        }
    }

    private LocalDate today() {
        return new Moment(clock.instant()).date();
    }

    /** What came again with the same content gets the same answer; with another content it is refused. */
    private boolean isStored(String sql, Object... values) {
        return Boolean.TRUE.equals(requireNonNull(jdbc).queryForObject(sql, Boolean.class, values));
    }

    @Override
    public List<String> check(Done done) {
        var owner = new JdbcTemplate(Databases.single(database, database.owner()));
        List<String> differences = new ArrayList<>();
        JdbcSql.COUNTS_OF_WRONG.forEach((what, sql) -> {
            long wrong = requireNonNull(owner.queryForObject(sql, Long.class));
            if (wrong != 0) {
                differences.add(what + ": " + wrong);
            }
        });
        if (style.hasMerchantRow()) {
            long wrong = requireNonNull(owner.queryForObject(JdbcSql.WRONG_MERCHANTS, Long.class));
            if (wrong != 0) {
                differences.add("merchants whose balance is not the sum of their postings: " + wrong);
            }
        }
        var found = requireNonNull(owner.queryForObject(
                JdbcSql.FOUND, (row, _) -> new Done(row.getLong(1), row.getLong(1), row.getLong(2))));
        if (!found.equals(done)) {
            differences.add("stored are " + found + ", acknowledged were " + done);
        }
        return differences;
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
        }
    }
}
