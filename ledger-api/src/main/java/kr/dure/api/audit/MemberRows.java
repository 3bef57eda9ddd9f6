package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Account;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Unit;

/** Members of the time bank. None may be further below zero than it has helped. */
record MemberRows(Comparison tables, JournalFold journal) implements StreamKind.Rows {
    private record Row(long minutes, long provided, long joinedAt) {}

    @Override
    public void compare(List<Refolded> members) throws SQLException {
        Map<String, Row> expected = new HashMap<>();
        for (Refolded member : members) {
            long minutes = member.state().required("balance").longValue();
            long provided = member.state().required("provided").longValue();
            expected.put("minutes:" + member.id(), new Row(minutes, provided, member.since()));
            var name = InUnit.of(Account.minutes(new WalletId(member.id())), Unit.MINUTE);
            tables.differences().compare("the journal's " + name, minutes, journal.amount(name));
            if (minutes < -provided) {
                tables.differences()
                        .add("member " + member.id() + " is at " + minutes + " minutes and provided only " + provided);
            }
        }
        tables.of(
                "members",
                expected,
                "select wallet, minutes, provided, joined_at from member where wallet = any (?)",
                row -> "minutes:" + row.getString(1),
                row -> new Row(row.getLong(2), row.getLong(3), row.getLong(4)),
                (Object) Surplus.ids(members));
    }

    @Override
    public void surplus(long position) throws SQLException {
        Surplus.name(tables, "members", "member", "member/", position);
    }
}
