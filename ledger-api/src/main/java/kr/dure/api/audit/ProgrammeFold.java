package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Fact;
import kr.dure.core.account.Account;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.money.Unit;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.programme.Terms;
import org.jspecify.annotations.Nullable;

/** Programmes and their budget lines; what the lines still hold is the journal's. */
final class ProgrammeFold {
    private final Map<String, Row> programmes = new HashMap<>();
    private final Map<LineName, LineRow> lines = new HashMap<>();

    private record Row(
            String kind,
            String basis,
            long ratePerHour,
            @Nullable Long monthlyCap,
            @Nullable LocalDate expiresOn,
            long openedAt) {}

    private record LineName(String programme, String line) {
        Account account() {
            return Account.budget(new ProgrammeId(programme), new BudgetLine(line));
        }

        @Override
        public String toString() {
            return account().name();
        }
    }

    private record LineRow(int place, String payer, long amount, long remaining) {
        LineRow holding(long balance) {
            return new LineRow(place, payer, amount, balance);
        }
    }

    void fold(Fact fact) {
        if (fact.event() instanceof ProgrammeOpened(var programme, var terms)) {
            programmes.put(programme.value(), row(terms, fact.nanos()));
            for (int place = 0; place < terms.lines().size(); place++) {
                var line = terms.lines().get(place);
                lines.put(
                        new LineName(programme.value(), line.line().value()),
                        new LineRow(place, line.payer().value(), line.amount().value(), 0));
            }
        }
    }

    private static Row row(Terms terms, long openedAt) {
        return new Row(
                terms.kind().name(),
                terms.basis().name(),
                terms.ratePerHour(),
                terms.monthlyCap() == null ? null : terms.monthlyCap().value(),
                terms.expiresOn(),
                openedAt);
    }

    void compare(Comparison tables, JournalFold journal) throws SQLException {
        tables.of(
                "programmes",
                programmes,
                """
                select programme, kind, basis, rate_per_hour, monthly_cap, expires_on - date '1970-01-01', opened_at
                from programme""",
                row -> row.getString(1),
                row -> new Row(
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5, Long.class),
                        Days.of(row.getObject(6, Integer.class)),
                        row.getLong(7)));
        Map<LineName, LineRow> expected = new HashMap<>();
        lines.forEach((name, line) ->
                expected.put(name, line.holding(journal.amount(InUnit.of(name.account(), Unit.KRW)))));
        tables.of(
                "budget lines",
                expected,
                "select programme, line, place, payer, amount, remaining from programme_line",
                row -> new LineName(row.getString(1), row.getString(2)),
                row -> new LineRow(row.getInt(3), row.getString(4), row.getLong(5), row.getLong(6)));
    }
}
