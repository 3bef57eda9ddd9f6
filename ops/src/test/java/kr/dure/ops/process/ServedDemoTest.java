package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private static final Pattern EVENTS = Pattern.compile("up to event (\\d+)");

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
            readmeWorks(ledger, url);
            long head = ledger.head();
            long later = await().atMost(Duration.ofMinutes(1))
                    .until(ledger::head, now -> now > head); // the town goes on by itself

            demo.signal("TERM");
            assertThat(demo.exitCode()).isEqualTo(TERMINATED);
            assertThat(demo.err()).doesNotContain("\tat ");

            ledger.verify();
            var verified = EVENTS.matcher(ledger.run("verify").out());
            assertThat(verified.find()).isTrue();
            assertThat(Long.parseLong(verified.group(1))).isGreaterThanOrEqualTo(later);
        }
    }

    /** The lines of the README, as they stand there; the tokens are made beforehand, for that takes a while. */
    private void readmeWorks(TestLedger ledger, String url) throws Exception {
        var block = Pattern.compile("```\n(as\\(\\) .*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).isTrue();
        for (String who : new String[] {"resident:R00001", "operator:me", "merchant:M0001"}) {
            var token = ledger.run("token", "--as", who);
            Files.writeString(temporary.resolve(who), token.out());
        }
        String lines = block.group(1)
                .replace("ops/dure token --as \"$1\"", "cat '" + temporary + "'/\"$1\"")
                .replace("http://localhost:8080/api/v1", url);
        var bash = new ProcessBuilder("bash", "-eu", "-c", lines)
                .redirectErrorStream(true)
                .start();

        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .as(said)
                .satisfiesExactly(
                        funded -> assertThat(funded).contains("\"charged\":20000"),
                        statement -> assertThat(statement)
                                .containsPattern(".*\"charge\",\"id\":\"[0-9a-f]{32}\",\"amount\":20000,.*"
                                        + "\"payment\",\"id\":\"[0-9a-f]{32}\",\"with\":\"M0001\".*"
                                        + "\"refund\",\"id\":\"[0-9a-f]{32}\",\"with\":\"M0001\""));
    }

    @Test
    void a_token_is_for_somebody_and_for_a_simulation() throws Exception {
        try (var ledger = TestLedger.ready(temporary)) {
            assertThat(ledger.run("token", "--as", "mayor:Kim").complains()).contains("This is nobody");
        }
    }
}
