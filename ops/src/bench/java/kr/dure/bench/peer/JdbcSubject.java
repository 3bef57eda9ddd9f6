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
 * A double-entry service on rows: Spring's {@code JdbcTemplate}, HikariCP, READ COMMITTED, a transaction for each
 * request. Round trips are what costs such a service, so a request is one writable statement that commits by itself,
 * prepared on the server: it checks and debits the wallet, keeps the idempotency key (the primary key of what it
 * stores), posts both sides, and takes the row that everybody wants last, so that its lock is held for the commit only.
 *
 * <p>In its favour: no foreign keys, no index on the postings unless their owners' balances or statements are read by
 * it, no pots, no cashback, and a refusal is not kept, so that asking again with the same key decides anew.
 */
public final class JdbcSubject implements Subject {
    /** Where a merchant's balance stands. */
    public enum MerchantBalance {
        /** In a row that each payment changes; all who pay one merchant wait for one another. */
        ROW(JdbcSql.PAY),
        /** Nowhere: it is the sum of the postings. */
        SUM(JdbcSql.PAY_WITHOUT_BALANCE);

        private final String pay;

        MerchantBalance(String pay) {
            this.pay = pay;
        }
    }

    private final Database database;
    private final MerchantBalance merchants;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Clients clients;
    private @Nullable JdbcTemplate jdbc;

    public JdbcSubject(Database database, MerchantBalance merchants) {
        this.database = database;
        this.merchants = merchants;
    }

    @Override
    public void prepare(Population population) {
        var owner = new JdbcTemplate(Databases.single(database, database.owner()));
        owner.execute(JdbcSql.TABLES);
        if (merchants == MerchantBalance.SUM || population.projections()) {
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
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        return CompletableFuture.supplyAsync(
                () -> handle(request), requireNonNull(clients).threads());
    }

    private int handle(Request request) {
        return switch (request) {
            case Request.Pay pay -> pay(pay) ? 1 : 0;
            case Request.Weigh weigh when merchants == MerchantBalance.ROW -> weigh(weigh) ? 1 : 0;
            case Request.Weigh _, Request.PayOut _ ->
                throw new UnsupportedOperationException(request.getClass().getSimpleName());
        };
    }

    private boolean pay(Request.Pay pay) {
        var id = UUID.fromString(pay.id());
        LocalDate month = today().withDayOfMonth(1);
        try {
            return change(merchants.pay, pay.amount(), pay.merchant(), month, pay.wallet(), id);
        } catch (DuplicateKeyException _) {
            return isStored(JdbcSql.SAME_PAYMENT, id, pay.wallet(), pay.merchant(), pay.amount());
        }
    }

    private boolean weigh(Request.Weigh weigh) {
        var id = UUID.fromString(weigh.id());
        try {
            return change(JdbcSql.WEIGH, weigh.grams(), today(), weigh.wallet(), id);
        } catch (DuplicateKeyException _) {
            return isStored(JdbcSql.SAME_DEPOSIT, id, weigh.wallet(), weigh.grams());
        }
    }

    private LocalDate today() {
        return new Moment(clock.instant()).date();
    }

    private boolean change(String sql, Object... values) {
        return requireNonNull(jdbc).update(sql, values) > 0;
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
        if (merchants == MerchantBalance.ROW) {
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
