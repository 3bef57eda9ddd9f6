package kr.dure.bench.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dure.bench.Request;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A request the way most teams write it: in a transaction of Spring's, one statement after the other. The wallet's row is
 * locked when it is read, so that what is checked holds until the commit; the merchant's or the budget's row, which
 * everybody wants, comes last.
 */
final class JdbcService implements JdbcHandling {
    private static final String SHOP = "select fund, suspended from merchant where id = ?";
    private static final String WALLET =
            "select balance, frozen, spent_in, spent, monthly_limit from wallet where id = ? for update";
    private static final String PAID =
            "insert into payment (id, wallet, merchant, fund, amount, contribution) values (?, ?, ?, ?, ?, ?)";
    private static final String DEBIT = "update wallet set balance = balance - ?, spent = ?, spent_in = ? where id = ?";
    private static final String CREDIT = "update merchant set balance = balance + ? where id = ?";
    private static final String POST = "insert into posting (operation, kind, owner, amount) values (?, ?, ?, ?)";
    private static final String ACCOUNT = "select counted_on, counted from points where wallet = ? for update";
    private static final String RATE = "select points_per_kilogram from programme where id = 0";
    private static final String DEPOSIT =
            "insert into deposit (id, wallet, programme, grams, counted, points) values (?, ?, 0, ?, ?, ?)";
    private static final String COUNT =
            "update points set balance = balance + ?, counted = ?, counted_on = ?, latest = ? where wallet = ?";
    private static final String DRAW = "update programme set budget = budget - ? where id = 0 and budget >= ?";
    private static final long DAILY_CAP = 5_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final boolean merchantRow;

    /** @param merchantRow whether a merchant's balance stands in its row, or is the sum of its postings */
    JdbcService(JdbcTemplate jdbc, boolean merchantRow) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
        this.merchantRow = merchantRow;
    }

    private record Shop(int fund, boolean suspended) {}

    private record Wallet(long balance, boolean frozen, LocalDate spentIn, long spent, long limit) {
        long spentIn(LocalDate month) {
            return spentIn.equals(month) ? spent : 0;
        }
    }

    private record Account(LocalDate countedOn, long counted) {
        long countedOn(LocalDate day) {
            return countedOn.equals(day) ? counted : 0;
        }
    }

    @Override
    public boolean pay(Request.Pay pay, UUID id, LocalDate month) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var shop =
                    jdbc.queryForObject(SHOP, (row, n) -> new Shop(row.getInt(1), row.getBoolean(2)), pay.merchant());
            var wallet = jdbc.queryForObject(
                    WALLET,
                    (row, n) -> new Wallet(
                            row.getLong(1),
                            row.getBoolean(2),
                            row.getObject(3, LocalDate.class),
                            row.getLong(4),
                            row.getLong(5)),
                    pay.wallet());
            if (shop == null || shop.suspended() || wallet == null || wallet.frozen()) {
                return false;
            }
            long spent = Math.addExact(wallet.spentIn(month), pay.amount());
            if (wallet.balance() < pay.amount() || spent > wallet.limit()) {
                return false;
            }
            long contribution = pay.amount() * 5 / 1000;
            jdbc.update(PAID, id, pay.wallet(), pay.merchant(), shop.fund(), pay.amount(), contribution);
            jdbc.batchUpdate(
                    POST,
                    List.of(
                            new Object[] {id, "w", pay.wallet(), -pay.amount()},
                            new Object[] {id, "f", shop.fund(), contribution},
                            new Object[] {id, "m", pay.merchant(), pay.amount() - contribution}));
            jdbc.update(DEBIT, pay.amount(), spent, month, pay.wallet());
            if (merchantRow) {
                jdbc.update(CREDIT, pay.amount() - contribution, pay.merchant());
            }
            return true;
        }));
    }

    @Override
    public boolean weigh(Request.Weigh weigh, UUID id, LocalDate today) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var account = jdbc.queryForObject(
                    ACCOUNT,
                    (row, n) -> new Account(row.getObject(1, LocalDate.class), row.getLong(2)),
                    weigh.wallet());
            Long rate = jdbc.queryForObject(RATE, Long.class);
            if (account == null || rate == null || account.countedOn(today) >= DAILY_CAP) {
                return false;
            }
            long before = account.countedOn(today);
            long counted = Math.min(weigh.grams(), DAILY_CAP - before);
            long points = counted * rate / 1000;
            jdbc.update(DEPOSIT, id, weigh.wallet(), weigh.grams(), counted, points);
            jdbc.batchUpdate(
                    POST, List.of(new Object[] {id, "p", weigh.wallet(), points}, new Object[] {id, "g", 0, -points}));
            jdbc.update(COUNT, points, before + counted, today, counted, weigh.wallet());
            if (jdbc.update(DRAW, points, points) == 0) {
                status.setRollbackOnly();
                return false;
            }
            return true;
        }));
    }
}
