package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.ops.reference.ReferenceTown;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Random towns, step by step beside a ledger written the most straightforward way. */
class ModelTest {
    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void everyStepIsAnsweredAndEveryStateIsAsInTheModel(@ForAll("steps") List<TownStep> steps) throws Exception {
        runBeside(new ReferenceTown(), steps);
    }

    @Tag("long")
    @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
    void manyMoreTowns(@ForAll("steps") List<TownStep> steps) throws Exception {
        runBeside(new ReferenceTown(), steps);
    }

    @Provide
    Arbitrary<List<TownStep>> steps() {
        Arbitrary<Integer> kinds = Arbitraries.frequencyOf(
                tuple(8, Arbitraries.of(0)),
                tuple(3, Arbitraries.of(1)),
                tuple(5, Arbitraries.of(2)),
                tuple(4, Arbitraries.of(3, 4)),
                tuple(10, Arbitraries.integers().between(0, TownStep.KINDS.size() - 1)));
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                tuple(3, Arbitraries.longs().between(1, 100)),
                tuple(6, Arbitraries.longs().between(1_000, 20_000)),
                tuple(2, Arbitraries.longs().between(50_000, 700_000)));
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                tuple(8, Arbitraries.integers().between(0, 20)),
                tuple(3, Arbitraries.of(30, 31, 24 * 60, 7 * 24 * 60)),
                tuple(1, Arbitraries.of(40 * 24 * 60, 366 * 24 * 60, 5 * 366 * 24 * 60)));
        var small = Arbitraries.integers().between(0, 5);
        return Combinators.combine(kinds, small, small, small, amounts, minutes)
                .as(TownStep::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static <T> Tuple2<Integer, Arbitrary<? extends T>> tuple(int weight, Arbitrary<T> of) {
        return Tuple.of(weight, of);
    }

    private static void runBeside(ReferenceTown model, List<TownStep> steps) throws Exception {
        var log = new MemoryLog();
        var town = new MemoryTown(log, 100);
        try {
            for (String line : TownStep.opening()) {
                assertThat(town.line(line)).isEqualTo(result(model, line));
            }
            long minutes = 0;
            for (int number = 1; number <= steps.size(); number++) {
                minutes += steps.get(number - 1).minutes();
                String line = steps.get(number - 1).line(number, minutes);

                assertThat(town.line(line)).as(line).isEqualTo(result(model, line));
                assertThat(MemoryReport.of(log)).as(line).isEqualTo(model.report());
                assertPayersGetNoMoreThanTheyGave(model, line);
                if (number % 25 == 0) {
                    town.close();
                    town = new MemoryTown(log, number % 50 == 0 ? 100 : 1);
                }
            }
        } finally {
            town.close();
        }
    }

    private static String result(ReferenceTown model, String line) {
        var result = model.line(line.getBytes(StandardCharsets.UTF_8));
        return result.path("result").stringValue() + " " + result.path("code").stringValue("");
    }

    private static void assertPayersGetNoMoreThanTheyGave(ReferenceTown model, String line) {
        assertThat(model.pots()).as(line).allMatch(pot -> pot.left() >= 0 && pot.held() >= 0);
        assertThat(model.payments()).as(line).allMatch(payment -> payment.refunded() <= payment.amount());
        assertThat(model.incentives())
                .as(line)
                .allMatch(incentive ->
                        incentive.nationBack() <= incentive.nation() && incentive.cityBack() <= incentive.city());
    }
}
