package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark measures what it says, of all who take part; how fast they were is nobody's business here. */
class BenchTest {
    @TempDir
    Path temporary;

    @Test
    void everyoneTakesPartAndNoMoneyIsLost() throws Exception {
        Path json = temporary.resolve("figures.json");

        try (var bench = DureProcess.bench(
                temporary,
                "hot",
                "--scale=0.002",
                "--runs=1",
                "--seconds=0.3",
                "--warm-up=0.3",
                "--json=" + json,
                "--data=" + temporary.resolve("data"))) {
            assertThat(bench.exitCode()).as(bench.toString()).isZero();
            assertThat(bench.out()).contains("hot (payments/s)");
        }

        var report = new JsonMapper().readTree(json.toFile());
        assertThat(report.get("machine").get("cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        var hot = report.get("scenarios").get(0);
        assertThat(hot.get("name").asString()).isEqualTo("hot");
        assertThat(hot.get("unit").asString()).isEqualTo("payments/s");
        assertThat(hot.get("subjects").propertyNames())
                .containsExactly(
                        "dure",
                        "stock-axon",
                        "jdbc-double-entry",
                        "jdbc-no-hot-row",
                        "jdbc-one-statement",
                        "dure-uniform");
        hot.get("subjects").forEach(subject -> {
            assertThat(subject.get("median").asDouble()).isPositive();
            assertThat(subject.get("p99ms").asDouble())
                    .isGreaterThanOrEqualTo(subject.get("p50ms").asDouble());
        });
        double ratio = hot.get("ratios").get("stock-axon").asDouble();
        assertThat(ratio)
                .isEqualTo(hot.get("subjects").get("dure").get("median").asDouble()
                        / hot.get("subjects").get("stock-axon").get("median").asDouble());
    }
}
