package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More come than can be worked on. */
class AdmissionTest {
    private static final int CROWD = Admission.MOST + 44;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Each of the crowd asks for what takes a while to be refused, again and again until somebody is turned away. */
    @Test
    void whoeverIsTooManyIsToldSoAndNobodyIsAfterwards(@TempDir Path folder) throws Exception {
        try (var town = new HttpTown(folder);
                var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turnedAway = new AtomicInteger();
            var end = Instant.now().plus(PATIENCE);
            HttpRequest request = town.request(wallet("영희"))
                    .header("Authorization", "Bearer " + town.token(YOUNGHEE))
                    .header("Dure-Position", "1000000")
                    .build();
            Callable<HttpResponse<String>> oneOfThem = () -> {
                HttpResponse<String> last;
                do {
                    last = client.send(request, BodyHandlers.ofString());
                    turnedAway.addAndGet(last.body().contains("\"busy\"") ? 1 : 0);
                } while (turnedAway.get() == 0 && Instant.now().isBefore(end));
                return last;
            };
            List<Future<HttpResponse<String>>> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(threads.submit(oneOfThem));
            }
            for (var asked : crowd) {
                assertThat(asked.get().statusCode()).isEqualTo(503);
                assertThat(asked.get().headers().firstValue("Retry-After")).isPresent();
            }

            assertThat(turnedAway.get()).isPositive();
            assertThat(town.get(YOUNGHEE, wallet("영희")).status()).isEqualTo(200);
        }
    }
}
