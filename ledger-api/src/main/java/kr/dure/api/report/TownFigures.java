package kr.dure.api.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;

/** The figures of a town that fit on one screen: amounts in won, counts as they are. */
public record TownFigures(
        Instant latest,
        long residents,
        long institutions,
        long merchants,
        long members,
        long held,
        long points,
        long paidIn,
        long paidBack,
        long paidToMerchants,
        long open,
        long inBatch,
        long incentives,
        List<Named> fund,
        List<Budget> programmes,
        List<Named> refusals) {

    public record Named(String name, long amount) {}

    /** @param budget all that the lines were opened with */
    public record Budget(String programme, long left, long budget) {}

    private static final String FLOW = """
            select coalesce(sum(debits - credits), 0)::bigint from flow
            where account = ? and unit = 'KRW' and type = any (string_to_array(?, ','))""";

    /** As far as the projections have come. */
    public static TownFigures read(DataSource database) throws SQLException {
        try (Snapshot in = Snapshot.open(database, ReadSide.SCHEMA)) {
            long nanos = in.number("""
                    select greatest((select at from projection where name = 'money'), (select max(at) from ledger.refusal))""");
            return new TownFigures(
                    Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)),
                    in.number("select count(*) from wallet where holder = 'RESIDENT'"),
                    in.number("select count(*) from wallet where holder = 'INSTITUTION'"),
                    in.number("select count(*) from merchant"),
                    in.number("select count(*) from member"),
                    in.number("select coalesce(sum(remaining), 0)::bigint from pot"),
                    in.number("select coalesce(sum(points), 0)::bigint from point_account"),
                    in.number(FLOW, Account.BANK.name(), "wallet.Charged"),
                    -in.number(FLOW, Account.PAYOUTS.name(), "wallet.ChargeCancelled,wallet.BalanceRefunded"),
                    -in.number(FLOW, Account.BANK.name(), "settlement.BatchAnswered"),
                    in.number("select coalesce(sum(open), 0)::bigint from merchant"),
                    in.number("select coalesce(sum(in_batch), 0)::bigint from merchant"),
                    in.number(
                            "select coalesce(-sum(amount), 0)::bigint from balance where account like 'receivable:incentive:%'"),
                    named(in, "select account, balance from fund where balance <> 0 order by balance desc, account"),
                    budgets(in),
                    named(in, "select code, count(*) from ledger.refusal group by code order by 2 desc, 1"));
        }
    }

    private static List<Named> named(Snapshot in, String query) throws SQLException {
        List<Named> rows = new ArrayList<>();
        in.each(query, row -> rows.add(new Named(row.getString(1), row.getLong(2))));
        return rows;
    }

    private static List<Budget> budgets(Snapshot in) throws SQLException {
        List<Budget> rows = new ArrayList<>();
        in.each(
                "select programme, sum(remaining)::bigint, sum(amount)::bigint from programme_line group by 1 order by 1",
                (ResultSet row) -> rows.add(new Budget(row.getString(1), row.getLong(2), row.getLong(3))));
        return rows;
    }
}
