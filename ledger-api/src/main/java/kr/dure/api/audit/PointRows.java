package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Account;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Unit;

/** Point accounts. */
record PointRows(Comparison tables, JournalFold journal) implements StreamKind.Rows {
    @Override
    public void compare(List<Refolded> accounts) throws SQLException {
        Map<String, Long> expected = new HashMap<>();
        for (Refolded account : accounts) {
            long points = account.state().required("balance").longValue();
            expected.put("points:" + account.id(), points);
            var name = InUnit.of(Account.points(new WalletId(account.id())), Unit.POINT);
            tables.differences().compare("the journal's " + name, points, journal.amount(name));
        }
        tables.of(
                "points",
                expected,
                "select wallet, points from point_account where wallet = any (?)",
                row -> "points:" + row.getString(1),
                row -> row.getLong(2),
                (Object) Surplus.ids(accounts));
    }

    @Override
    public void surplus(long position) throws SQLException {
        Surplus.name(tables, "points", "point_account", "points/", position);
    }
}
