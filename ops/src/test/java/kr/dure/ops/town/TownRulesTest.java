package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the four town files gets the answer that an independent computation gave, and so does the report. */
class TownRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"edges", "edges-late", "small", "town-2026-10"})
    void everyLineGetsItsAnswerAndTheReportAgrees(String town) throws Exception {
        try (var ledger = new MemoryTown()) {
            assertThat(ledger.run(TownFile.lines(town))).containsExactlyElementsOf(TownFile.results(town));
            assertThat(MemoryReport.of(ledger.log())).isEqualTo(TownFile.report(town));
        }
    }
}
