package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dure.ops.demo.DemoTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the ledger answers to the lines of the demo month. */
class DemoTownAnswersTest {
    private static MemoryTown town;
    private static List<JsonNode> results;

    @BeforeAll
    static void runTheMonth() throws Exception {
        town = new MemoryTown();
        results = town.run(DemoTown.file());
    }

    @AfterAll
    static void closeTheTown() {
        town.close();
    }

    @Test
    void everyLineIsValid() {
        assertThat(results).extracting(DemoTownAnswersTest::result).containsOnly("accepted", "refused");
    }

    @Test
    void aRealisticShareIsRefused() {
        long refused = refusals().values().stream().mapToLong(count -> count).sum();
        assertThat(refused * 100.0 / results.size()).isBetween(5.0, 8.0);
    }

    @Test
    void peopleAreRefusedForManyReasons() {
        assertThat(refusals()).hasSizeGreaterThan(30);
        assertThat(refusals())
                .containsKeys(
                        "insufficient-balance",
                        "monthly-purchase-limit",
                        "same-person",
                        "daily-cap",
                        "too-young",
                        "own-merchant",
                        "hold-lapsed",
                        "refund-exceeds-payment");
    }

    @Test
    void twoResidentsCanStillPayAndChargeAfterwards() throws Exception {
        String lines = """
                {"at":"2026-10-31T23:59:59+09:00","id":"t1","op":"pay","wallet":"R00001","merchant":"M0001","amount":50000}
                {"at":"2026-10-31T23:59:59+09:00","id":"t2","op":"pay","wallet":"R00002","merchant":"M0002","amount":50000}
                {"at":"2026-10-31T23:59:59+09:00","id":"t3","op":"charge","wallet":"R00001","amount":300000,"funding":"t3"}
                {"at":"2026-10-31T23:59:59+09:00","id":"t4","op":"charge","wallet":"R00002","amount":300000,"funding":"t4"}
                """;
        assertThat(town.run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))))
                .extracting(DemoTownAnswersTest::result)
                .containsOnly("accepted");
    }

    private static Map<String, Long> refusals() {
        return results.stream()
                .filter(line -> result(line).equals("refused"))
                .collect(Collectors.groupingBy(
                        line -> line.get("code").stringValue(), TreeMap::new, Collectors.counting()));
    }

    private static String result(JsonNode line) {
        return line.get("result").stringValue();
    }
}
