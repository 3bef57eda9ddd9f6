package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import kr.dure.api.audit.LogFold.AccountUnit;
import kr.dure.api.audit.PotFold.PotName;
import kr.dure.api.audit.PotFold.PotState;
import kr.dure.api.audit.SettlementFold.ItemName;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.money.Unit;

/** The tables of the read side, held row by row against what the log says. */
final class Tables {
    private final Snapshot snapshot;
    private final Differences differences;

    Tables(Snapshot snapshot, Differences differences) {
        this.snapshot = snapshot;
        this.differences = differences;
    }

    void compare(LogFold ledger, PotFold pots, SettlementFold settlement, Map<String, Long> members)
            throws SQLException {
        var balances = new HashMap<>(ledger.balances());
        balances.values().removeIf(balance -> balance == 0);
        accounts("balances", "select account, unit, amount from balance where amount <> 0", balances);
        accounts(
                "journal sums",
                "select account, unit, sum(amount)::bigint from posting group by 1, 2 having sum(amount) <> 0",
                balances);
        closings(ledger.closings());
        accounts(
                "flows",
                "select account, unit, sum(credits - debits)::bigint from flow group by 1, 2 having sum(credits - debits) <> 0",
                ofFlows(balances));
        pots(pots);
        settlement(ledger, settlement);
        shared(ledger, balances, members);
    }

    private void closings(Closings expected) throws SQLException {
        var found = new Closings();
        snapshot.each(
                "select account, unit, amount, day::text from daily_balance",
                row -> found.add(row.getString(4), accountUnit(row), row.getLong(3)));
        var days = new TreeSet<>(expected.days().keySet());
        days.addAll(found.days().keySet());
        for (String day : days) {
            differences.compare(
                    "the closing balances of " + day,
                    expected.days().get(day),
                    found.days().get(day));
        }
        differences.checked("closed days", days.size());
    }

    private Map<AccountUnit, Long> ofFlows(Map<AccountUnit, Long> balances) throws SQLException {
        Map<AccountUnit, Long> kept = new HashMap<>();
        snapshot.each("select distinct account, unit from flow", row -> {
            var name = accountUnit(row);
            Long balance = balances.get(name);
            if (balance != null) {
                kept.put(name, balance);
            }
        });
        return kept;
    }

    private void accounts(String what, String query, Map<AccountUnit, Long> balances) throws SQLException {
        compare(what, query, balances, Tables::accountUnit, row -> row.getLong(3));
    }

    private static AccountUnit accountUnit(ResultSet row) throws SQLException {
        return new AccountUnit(new Account(row.getString(1)), Unit.valueOf(row.getString(2)));
    }

    private void pots(PotFold pots) throws SQLException {
        compare(
                "pots",
                "select wallet, pot, kind, remaining, held, expires_on::text from pot",
                pots.pots(),
                row -> new PotName(row.getString(1), row.getLong(2)),
                row -> new PotState(row.getString(3), row.getLong(4), row.getLong(5), row.getString(6)));
        Map<String, String> holds = new HashMap<>();
        pots.holds()
                .forEach((id, hold) -> holds.put(
                        "hold " + id,
                        hold.wallet().value() + " " + hold.amount().value()));
        compare(
                "holds",
                "select hold, wallet, amount from hold",
                holds,
                row -> "hold " + row.getString(1),
                row -> row.getString(2) + " " + row.getLong(3));
        Map<String, Boolean> frozen = new HashMap<>();
        pots.frozen().forEach((wallet, is) -> frozen.put("wallet " + wallet.value() + " frozen", is));
        compare(
                "wallets",
                "select wallet, frozen from wallet",
                frozen,
                row -> "wallet " + row.getString(1) + " frozen",
                row -> row.getBoolean(2));
    }

    private void settlement(LogFold ledger, SettlementFold settlement) throws SQLException {
        Map<String, String> merchants = new HashMap<>();
        settlement
                .merchants()
                .forEach((id, merchant) -> merchants.put(
                        "merchant " + id.value(),
                        ledger.balance(Account.merchant(id), Unit.KRW) + " open, " + merchant));
        compare(
                "merchants",
                "select merchant, open, suspended, in_batch, paid from merchant",
                merchants,
                row -> "merchant " + row.getString(1),
                row -> row.getLong(2) + " open, "
                        + new SettlementFold.Merchant(row.getBoolean(3), row.getLong(4), row.getLong(5)));
        compare(
                "batch items",
                "select batch::text, merchant, amount, state from batch_item",
                settlement.items(),
                row -> new ItemName(row.getString(1), row.getString(2)),
                row -> row.getLong(3) + " " + row.getString(4));
    }

    private void shared(LogFold ledger, Map<AccountUnit, Long> balances, Map<String, Long> members)
            throws SQLException {
        named("fund accounts", "fund:", Unit.KRW, "select account, balance from fund where balance <> 0", balances);
        named("points", "points:", Unit.POINT, "select wallet, points from point_account where points <> 0", balances);
        Map<String, Long> minutes = new HashMap<>();
        members.keySet()
                .forEach(wallet -> minutes.put(
                        "minutes:" + wallet,
                        ledger.balances()
                                .getOrDefault(new AccountUnit(new Account("minutes:" + wallet), Unit.MINUTE), 0L)));
        compare(
                "members",
                "select wallet, minutes from member",
                minutes,
                row -> "minutes:" + row.getString(1),
                row -> row.getLong(2));
        named("budget lines", "budget:", Unit.KRW, """
                select replace(replace(programme, '%', '%25'), ':', '%3A') || ':' || line, remaining
                from programme_line where remaining <> 0""", balances);
    }

    private void named(String what, String prefix, Unit unit, String query, Map<AccountUnit, Long> balances)
            throws SQLException {
        Map<String, Long> expected = new HashMap<>();
        balances.forEach((account, balance) -> {
            if (account.unit() == unit && account.account().name().startsWith(prefix)) {
                expected.put(account.account().name(), balance);
            }
        });
        compare(what, query, expected, row -> prefix + row.getString(1), row -> row.getLong(2));
    }

    private <K, V> void compare(String what, String query, Map<K, V> expected, Column<K> key, Column<V> value)
            throws SQLException {
        Map<K, V> missing = new HashMap<>(expected);
        snapshot.each(query, row -> {
            K name = key.of(row);
            differences.compare(what + ", " + name, missing.remove(name), value.of(row));
        });
        missing.forEach((name, wanted) -> differences.compare(what + ", " + name, wanted, null));
        differences.checked(what, expected.size());
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
