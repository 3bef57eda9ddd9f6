package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.List;

/** Rows of wallets that the log knows nothing of. */
final class Surplus {
    private Surplus() {}

    static void name(Comparison tables, String what, String table, String prefix, long position) throws SQLException {
        String sql = "select wallet, count(*) from " + table + """
                 t where not exists (
                    select 1 from ledger.event e where e.stream = ? || t.wallet and e.position <= ?)
                group by wallet""";
        tables.snapshot()
                .each(
                        sql,
                        row -> tables.differences()
                                .compare(what + ", " + row.getString(1), null, row.getLong(2) + " rows"),
                        prefix,
                        position);
    }

    static String[] ids(List<Refolded> aggregates) {
        return aggregates.stream().map(Refolded::id).toArray(String[]::new);
    }
}
