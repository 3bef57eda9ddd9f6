package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Nanos;
import kr.dure.core.account.Account;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Unit;
import tools.jackson.databind.JsonNode;

/** Wallets with their pots and open holds. */
final class WalletRows implements StreamKind.Rows {
    private static final Map<String, String> TABLES = Map.of("wallets", "wallet", "pots", "pot", "holds", "hold");

    private final Comparison tables;
    private final JournalFold journal;
    private final long startOfDay;

    /** @param newest the time of the newest event: empty pots are kept through the day for which a refund may need them */
    WalletRows(Comparison tables, JournalFold journal, Instant newest) {
        this.tables = tables;
        this.journal = journal;
        this.startOfDay = Nanos.of(new Moment(newest).startOfDay());
    }

    private record Row(String holder, String dong, String age, boolean consent, long openedAt) {}

    @Override
    public void compare(List<Refolded> wallets) throws SQLException {
        Map<String, Row> expected = new HashMap<>();
        Map<String, Boolean> frozen = new HashMap<>();
        Map<PotName, PotRow> pots = new HashMap<>();
        Map<String, HoldRow> holds = new HashMap<>();
        for (Refolded wallet : wallets) {
            JsonNode state = wallet.state().required("state");
            expected.put("wallet " + wallet.id(), row(wallet, state));
            frozen.put(
                    "wallet " + wallet.id() + " frozen",
                    state.required("frozen").booleanValue());
            for (JsonNode pot : state.required("pots").required("pots")) {
                var row = PotRow.of(pot);
                if (row.remaining() != 0 || row.keptUntil() >= startOfDay) {
                    pots.put(PotName.of(wallet.id(), pot), row);
                }
            }
            state.required("holds")
                    .forEach(hold ->
                            holds.put("hold " + hold.required("id").stringValue(), HoldRow.of(wallet.id(), hold)));
            journal(wallet.id(), state);
        }
        var ids = Surplus.ids(wallets);
        wallets(expected, frozen, ids);
        tables.of(
                "pots", pots, PotRow.SELECT + "pot where wallet = any (?)", PotName::read, PotRow::read, (Object) ids);
        tables.of(
                "holds",
                holds,
                HoldRow.SELECT + "where wallet = any (?)",
                row -> "hold " + row.getString(1),
                HoldRow::read,
                (Object) ids);
    }

    private static Row row(Refolded wallet, JsonNode state) {
        return new Row(
                state.required("holder").stringValue().toUpperCase(java.util.Locale.ROOT),
                state.required("dong").stringValue(),
                state.required("age").stringValue(),
                state.required("guardianConsent").booleanValue(),
                wallet.since());
    }

    private void wallets(Map<String, Row> expected, Map<String, Boolean> frozen, String[] ids) throws SQLException {
        tables.of(
                "wallets",
                expected,
                "select wallet, holder, dong, age, guardian_consent, opened_at from wallet where wallet = any (?)",
                row -> "wallet " + row.getString(1),
                row -> new Row(row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5), row.getLong(6)),
                (Object) ids);
        tables.aspect(
                "wallets",
                frozen,
                "select wallet, frozen from wallet where wallet = any (?)",
                row -> "wallet " + row.getString(1) + " frozen",
                row -> row.getBoolean(2),
                (Object) ids);
    }

    /** The pots of a wallet hold what its accounts in the journal say. */
    private void journal(String wallet, JsonNode state) {
        long free = 0;
        long held = 0;
        for (JsonNode pot : state.required("pots").required("pots")) {
            held += pot.required("held").longValue();
            free += pot.required("left").longValue() - pot.required("held").longValue();
        }
        var id = new WalletId(wallet);
        compare(InUnit.of(Account.wallet(id), Unit.KRW), free);
        compare(InUnit.of(Account.hold(id), Unit.KRW), held);
    }

    private void compare(InUnit account, long pots) {
        tables.differences().compare("the journal's " + account, pots, journal.amount(account));
    }

    @Override
    public void surplus(long position) throws SQLException {
        for (var table : TABLES.entrySet()) {
            Surplus.name(tables, table.getKey(), table.getValue(), "wallet/", position);
        }
        tables.snapshot()
                .each(
                        """
                        select h.hold, h.placed_at, e.at from hold h join ledger.event e on e.operation = h.hold
                        where e.at <> h.placed_at""",
                        row -> tables.differences()
                                .compare("holds, time of hold " + row.getString(1), row.getLong(3), row.getLong(2)));
    }
}
