package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the four town files gets the answer that an independent computation gave, on a log in memory. */
class TownRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"edges", "edges-late", "small", "town-2026-10"})
    void everyLineGetsItsAnswer(String town) throws Exception {
        try (var ledger = new MemoryTown()) {
            assertThat(ledger.run(TownFile.lines(town))).containsExactlyElementsOf(TownFile.results(town));
        }
    }
}
