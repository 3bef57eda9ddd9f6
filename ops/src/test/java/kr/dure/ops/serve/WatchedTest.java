package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kr.dure.ops.metrics.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who watch over a ledger. */
class WatchedTest {
    private static final String PAY = "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":%d}";

    @TempDir
    Path folder;

    private static List<String> names() throws IllegalAccessException {
        List<String> names = new java.util.ArrayList<>();
        for (var field : Names.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                names.add((String) field.get(null));
            }
        }
        return names;
    }

    @Test
    void everyMetricIsCountedAndDescribed() throws Exception {
        try (var town = new HttpTown(folder)) {
            town.post(YOUNGHEE, "/payments", PAY.formatted(100));
            town.post(YOUNGHEE, "/payments", PAY.formatted(1_000_000));

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                String counted = town.management("/prometheus").body();
                assertThat(names()).allSatisfy(name -> assertThat(counted).contains(name.replace('.', '_')));
                assertThat(counted)
                        .contains("dure_log_refusals_total{code=\"insufficient-balance\"} 1.0")
                        .contains("dure_projection_halted{projection=\"money\"} 0.0")
                        .contains("dure_projection_halted{projection=\"activity\"} 0.0")
                        .contains("dure_books_balanced 1.0")
                        .contains("dure_dead_letters 0.0")
                        .containsPattern("dure_http_requests_seconds_count\\{status=\"2xx\"\\} [1-9]")
                        .contains("dure_http_shed_total 0.0")
                        .doesNotContain("영희", "두레빵집");
            });
            String described = Files.readString(Path.of("METRICS.md"));
            assertThat(names()).allSatisfy(name -> assertThat(described).contains("`" + name + "`"));
            for (String group : List.of("", "/live", "/ready", "/books-balance")) {
                var health = town.management("/health" + group);
                assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void booksThatDoNotBalanceAndViewsThatStandStillAreAnAlarm() throws Exception {
        try (var town = new HttpTown(folder)) {
            town.execute("update read.balance set amount = amount + 1 where account like 'wallet:%'");
            town.execute("delete from read.pot");

            assertThat(town.post(YOUNGHEE, "/payments", PAY.formatted(100)).status())
                    .as("the ledger itself goes on")
                    .isEqualTo(201);

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var alarm = town.management("/health/books-balance");
                assertThat(alarm.statusCode()).isEqualTo(503);
                assertThat(alarm.body()).contains("haltedAt", "KRW=");
                assertThat(town.management("/health/ready").statusCode()).isEqualTo(503);
                assertThat(town.management("/health/live").statusCode()).isEqualTo(200);
                assertThat(town.management("/prometheus").body())
                        .contains("dure_projection_halted{projection=\"money\"} 1.0")
                        .contains("dure_books_balanced 0.0");
            });
        }
    }

    @Test
    void nothingOfThatIsServedToResidents() throws Exception {
        try (var town = new HttpTown(folder)) {
            for (String path : List.of("/prometheus", "/health")) {
                assertThat(town.text(YOUNGHEE, path, "*/*").statusCode()).isEqualTo(404);
            }
            assertThat(Arrays.asList(
                            town.management("/env").statusCode(),
                            town.management("/heapdump").statusCode()))
                    .containsOnly(404);
        }
    }
}
