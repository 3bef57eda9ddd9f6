package kr.dure.api.programme;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.programme.Draw;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.WalletEvent.EarningsPaid;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import org.jspecify.annotations.Nullable;

/** Programmes that were opened, and what was drawn from their budget lines. */
public final class ProgrammeChanges implements Changes {
    private final List<Opened> opened = new ArrayList<>();
    private final List<OpenedLine> lines = new ArrayList<>();
    private final Map<LineKey, Long> drawn = new HashMap<>();

    @Override
    public void take(Fact fact) {
        switch (fact.event()) {
            case ProgrammeOpened(var programme, var terms) -> {
                opened.add(new Opened(programme, terms, fact.nanos()));
                for (int place = 0; place < terms.lines().size(); place++) {
                    lines.add(new OpenedLine(programme, place, terms.lines().get(place)));
                }
            }
            case PolicyGranted granted -> draw(granted.programme(), granted.draws());
            case EarningsPaid paid -> draw(paid.programme(), paid.draws());
            case DepositWeighed weighed -> draw(weighed.programme(), weighed.draws());
            default -> {}
        }
    }

    private void draw(ProgrammeId programme, List<Draw> draws) {
        for (Draw draw : draws) {
            var key = new LineKey(programme.value(), draw.line().value());
            drawn.merge(key, draw.amount().value(), Math::addExact);
        }
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        insertProgrammes(connection);
        new Bulk<>(connection, lines)
                .texts(line -> line.programme().value())
                .texts(line -> line.line().line().value())
                .longs(OpenedLine::place)
                .texts(line -> line.line().payer().value())
                .longs(line -> line.line().amount().value())
                .update("""
                        insert into programme_line select programme, line, place, payer, amount, amount
                        from unnest(?, ?, ?, ?, ?) l (programme, line, place, payer, amount)""");
        new Bulk<>(connection, drawn.entrySet())
                .texts(draw -> draw.getKey().programme())
                .texts(draw -> draw.getKey().line())
                .longs(Map.Entry::getValue)
                .updateEach("""
                        update programme_line l set remaining = l.remaining - d.amount
                        from unnest(?, ?, ?) d (programme, line, amount)
                        where l.programme = d.programme and l.line = d.line""");
    }

    private void insertProgrammes(Connection connection) throws SQLException {
        new Bulk<>(connection, opened)
                .texts(programme -> programme.programme().value())
                .texts(programme -> programme.terms().kind().name())
                .texts(programme -> programme.terms().basis().name())
                .longs(programme -> programme.terms().ratePerHour())
                .nullableLongs(programme -> monthlyCap(programme.terms()))
                .days(programme -> programme.terms().expiresOn())
                .longs(Opened::at)
                .update("""
                        insert into programme
                        select programme, kind, basis, rate, cap, date '1970-01-01' + expires::int, at
                        from unnest(?, ?, ?, ?, ?, ?, ?) p (programme, kind, basis, rate, cap, expires, at)""");
    }

    private static @Nullable Long monthlyCap(Terms terms) {
        return terms.monthlyCap() == null ? null : terms.monthlyCap().value();
    }

    private record Opened(ProgrammeId programme, Terms terms, long at) {}

    private record OpenedLine(ProgrammeId programme, int place, Terms.Line line) {}

    private record LineKey(String programme, String line) {}
}
