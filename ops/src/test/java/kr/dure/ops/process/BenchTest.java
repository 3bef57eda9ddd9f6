package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark measures what it says, of all who take part; how fast they were is nobody's business here. */
class BenchTest {
    @TempDir
    Path temporary;

    @Test
    void itMeasuresWhatItSays() throws Exception {
        var payout = measured("payout", "items/s");

        assertThat(payout.get("subjects").propertyNames()).containsExactly("dure");
    }

    @Test
    @Tag("long")
    void latenciesAreComparedTurnedRound() throws Exception {
        var idle = measured("idle", "payments/s");

        assertThat(idle.get("subjects").propertyNames()).containsExactly("dure", "stock-axon", "jdbc-double-entry");
        double ratio = idle.get("ratios").get("stock-axon").asDouble();
        assertThat(ratio).isEqualTo(figure(idle, "dure", "p50ms") / figure(idle, "stock-axon", "p50ms"));
    }

    @Test
    @Tag("long")
    void everyoneTakesPart() throws Exception {
        var hot = measured("hot", "payments/s");

        assertThat(hot.get("subjects").propertyNames())
                .containsExactly(
                        "dure",
                        "stock-axon",
                        "jdbc-double-entry",
                        "jdbc-no-hot-row",
                        "jdbc-one-statement",
                        "dure-uniform");
        double ratio = hot.get("ratios").get("stock-axon").asDouble();
        assertThat(ratio).isEqualTo(figure(hot, "dure", "median") / figure(hot, "stock-axon", "median"));
    }

    private static double figure(JsonNode scenario, String subject, String name) {
        return scenario.get("subjects").get(subject).get(name).asDouble();
    }

    /** A run after which money is missing is void, and then the exit code is not zero. */
    private JsonNode measured(String scenario, String unit) throws Exception {
        Path json = temporary.resolve("figures.json");
        try (var bench = DureProcess.bench(
                temporary,
                scenario,
                "--scale=0.002",
                "--runs=1",
                "--seconds=0.3",
                "--warm-up=0.3",
                "--json=" + json,
                "--data=" + temporary.resolve("data"))) {
            assertThat(bench.exitCode()).as(bench.toString()).isZero();
            assertThat(bench.out()).contains(scenario + " (" + unit + ")");
        }
        var report = new JsonMapper().readTree(json.toFile());
        assertThat(report.get("machine").get("cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        var measured = report.get("scenarios").get(0);
        assertThat(measured.get("name").asString()).isEqualTo(scenario);
        assertThat(measured.get("unit").asString()).isEqualTo(unit);
        measured.get("subjects").propertyNames().forEach(subject -> {
            assertThat(figure(measured, subject, "median")).isPositive();
            assertThat(figure(measured, subject, "p99ms")).isGreaterThanOrEqualTo(figure(measured, subject, "p50ms"));
        });
        return measured;
    }
}
