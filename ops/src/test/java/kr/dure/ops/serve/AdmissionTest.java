package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More come than can be worked on. */
class AdmissionTest {
    private static final int CROWD = Admission.MOST + 44;

    @Test
    void whoeverIsTooManyIsToldSoAtOnceAndNobodyIsAfterwards(@TempDir Path folder) throws Exception {
        try (var town = new HttpTown(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = "Bearer " + town.token(YOUNGHEE);
            List<Future<HttpTown.Reply>> replies = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                replies.add(threads.submit(() -> town.send(town.request(wallet("영희"))
                        .header("Authorization", token)
                        .header("Dure-Position", "1000000"))));
            }
            int turnedAway = 0;
            for (var reply : replies) {
                assertThat(reply.get().status()).isEqualTo(503);
                assertThat(reply.get().header("Retry-After")).isNotEmpty();
                assertThat(reply.get().code()).isIn("busy", "views-behind");
                turnedAway += reply.get().code().equals("busy") ? 1 : 0;
            }

            assertThat(turnedAway).isPositive();
            assertThat(town.get(YOUNGHEE, wallet("영희")).status()).isEqualTo(200);
        }
    }
}
