package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import kr.dure.api.http.RateLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too often is asked to wait, and nobody else. */
class CrowdTest {
    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder, RateLimits.of(5, 1));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whoAsksTooOftenWaitsAndAKeyIsNotUsedUp() throws Exception {
        String key = HttpTown.key();
        String pay = "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":10}";
        for (int i = 0; i < 5; i++) {
            assertThat(town.get(YOUNGHEE, wallet("영희")).status()).isEqualTo(200);
        }

        var tooMuch = town.post(YOUNGHEE, "/payments", key, pay);

        assertThat(tooMuch.status()).isEqualTo(429);
        assertThat(tooMuch.code()).isEqualTo("too-many-requests");
        assertThat(tooMuch.header("Retry-After")).isEqualTo("1");
        assertThat(town.get(CHEOLSU, wallet("철수")).status()).as("somebody else").isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> town.post(YOUNGHEE, "/payments", key, pay).status() == 201);
    }
}
