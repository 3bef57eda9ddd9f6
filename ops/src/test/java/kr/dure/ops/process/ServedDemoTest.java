package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user does with the demo town. */
class ServedDemoTest {
    /** How a process ends that was asked to. */
    static final int TERMINATED = 128 + 15;

    private static final Pattern SERVED = Pattern.compile("http://localhost:\\d+/api/v1");

    @TempDir
    Path temporary;

    /** @return where it is served */
    static String awaitServed(DureProcess demo) {
        return await().atMost(Duration.ofMinutes(3))
                .failFast("it has ended", () -> !demo.isAlive())
                .until(() -> found(demo), url -> !url.isEmpty());
    }

    private static String found(DureProcess demo) throws IOException {
        var url = SERVED.matcher(demo.out());
        return url.find() ? url.group() : "";
    }

    @Test
    void pays_with_a_token_and_finds_the_payment_after_the_demo_was_stopped() throws Exception {
        try (var ledger = TestLedger.ready(temporary);
                var client = HttpClient.newHttpClient()) {
            var demo = ledger.start("demo", "--port", "0", "--management-port", "0");
            String url = awaitServed(demo);
            var token = ledger.run("token", "--as", "resident:R00001");
            token.succeeds();
            String bearer = "Bearer " + token.out().lines().toList().getLast();

            var paid = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/payments"))
                            .header("Authorization", bearer)
                            .header("Idempotency-Key", "lunch")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"wallet\":\"R00001\",\"merchant\":\"M0001\",\"amount\":1000}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
            long head = ledger.head();

            demo.signal("TERM");
            assertThat(demo.exitCode()).isEqualTo(TERMINATED);
            assertThat(demo.err()).doesNotContain("\tat ");

            ledger.verify();
            assertThat(ledger.run("verify").out()).contains(String.format("%,d", head));
        }
    }

    @Test
    void a_token_is_for_somebody_and_for_a_simulation() throws Exception {
        try (var ledger = TestLedger.ready(temporary)) {
            assertThat(ledger.run("token", "--as", "mayor:Kim").complains()).contains("This is nobody");
        }
    }
}
