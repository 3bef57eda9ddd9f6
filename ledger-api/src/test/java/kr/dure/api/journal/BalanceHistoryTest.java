package kr.dure.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.Town;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.money.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Balances of the past, beside what the events up to then add up to. */
class BalanceHistoryTest {
    private static Town town;
    private static List<Fact> facts;

    private record InUnit(Account account, Unit unit) {}

    @BeforeAll
    static void runATown() throws Exception {
        town = BusyTown.open();
        var codec = Town.codec();
        facts = town.log().read(0, Integer.MAX_VALUE).stream()
                .map(event -> Fact.of(event, codec))
                .toList();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Map<InUnit, Long> sums(Instant at) {
        Map<InUnit, Long> sums = new HashMap<>();
        for (Fact fact : facts) {
            for (var posting : fact.postings()) {
                long amount = fact.at().isAfter(at) ? 0 : posting.amount();
                sums.merge(new InUnit(posting.account(), posting.unit()), amount, Long::sum);
            }
        }
        return sums;
    }

    /** Every time at which something happened, the moments beside it, and the days between. */
    private static TreeSet<Instant> times() {
        var times = new TreeSet<Instant>(List.of(
                Instant.EPOCH.minusSeconds(1),
                Town.time("2026-10-10T12:00:00+09:00"),
                Town.time("2026-10-20T00:00:00+09:00"),
                Town.time("2199-01-01T00:00:00+09:00")));
        for (Fact fact : facts) {
            times.add(fact.at());
            times.add(fact.at().minusNanos(1));
            times.add(fact.at().plusNanos(1));
        }
        return times;
    }

    @Test
    void areWhatTheEventsUpToThenAddUpTo() throws Exception {
        try (var snapshot = Snapshot.open(town.database().app(), ReadSide.SCHEMA)) {
            var history = new BalanceHistory(snapshot);
            for (Instant at : times()) {
                var then = history.at(at);
                for (var expected : sums(at).entrySet()) {
                    var name = expected.getKey();
                    assertThat(then.balance(name.account(), name.unit()))
                            .as("%s at %s", name, at)
                            .isEqualTo(expected.getValue());
                }
                assertThat(history.trialBalance(at))
                        .containsOnlyKeys(Unit.values())
                        .allSatisfy((unit, sum) -> assertThat(sum).isZero());
            }
        }
    }

    @Test
    void knowThePositionOfATime() throws Exception {
        try (var snapshot = Snapshot.open(town.database().app(), ReadSide.SCHEMA)) {
            var history = new BalanceHistory(snapshot);
            for (Instant at : times()) {
                long upToThen =
                        facts.stream().filter(fact -> !fact.at().isAfter(at)).count();
                assertThat(history.positionAt(at)).as("%s", at).isEqualTo(upToThen);
            }
        }
    }
}
