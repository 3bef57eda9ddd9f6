package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has the ledger knock at doors behind its own wall. */
class PrivateReceiversTest {
    private static final String WEBHOOKS =
            "/merchants/" + URLEncoder.encode("두레빵집", StandardCharsets.UTF_8) + "/webhooks";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "https://127.0.0.1:8443/",
                "https://localhost:8443/",
                "https://[::1]:8443/",
                "https://2130706433:8443/",
                "https://0x7f.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://user@shop.example.kr/",
                "https://shop.example.kr:22/",
                "https://nobody.invalid/"
            })
    void noneIsRegistered(String url) throws Exception {
        var answer = town.post(BAKERY, WEBHOOKS, "{\"url\":\"" + url + "\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("errors").toString()).contains("/url");
        assertThat(town.count("webhook.hook where url = '" + url + "'")).isZero();
    }

    @Test
    void oneThatCameThereInSomeOtherWayIsNotConnectedTo() throws Exception {
        try (var receiver = new Receiver()) {
            town.execute("""
                    insert into webhook.hook (id, merchant, url, after, added_by, added_at)
                    values ('h1', '두레빵집', '%s', 0, 'x', now())""".formatted(receiver.url()));
            town.post(YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":10}");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> town.count("webhook.delivery where error = 'address-not-allowed'") > 0);
            assertThat(receiver.received()).isEmpty();
        }
    }
}
