package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves a wallet without being spent, over HTTP: gifts, donations, money back; and what points are good for. */
class GivingOverHttpTest {
    private static final String WALLET = HttpTown.wallet("영희");

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static HttpTown.Reply post(String path, String body) throws Exception {
        return town.post(YOUNGHEE, path, body);
    }

    /** What was made is found where the answer says, by its owner and by the auditor, and by nobody else. */
    private static void isFound(HttpTown.Reply made) throws Exception {
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String location = made.header("Location").substring("/api/v1".length());
        assertThat(town.get(YOUNGHEE, location).body()).isEqualTo(made.body());
        assertThat(town.get(AUDITOR, location).status()).isEqualTo(200);
        assertThat(town.get(CHEOLSU, location).status()).isEqualTo(404);
    }

    @Test
    void aGiftReachesTheOtherWallet() throws Exception {
        isFound(post("/gifts", "{\"from\":\"영희\",\"to\":\"철수\",\"amount\":500}"));
        assertThat(post("/gifts", "{\"from\":\"영희\",\"to\":\"영희\",\"amount\":5}")
                        .code())
                .isEqualTo("same-wallet");
        assertThat(post("/gifts", "{\"from\":\"철수\",\"to\":\"영희\",\"amount\":5}")
                        .code())
                .isEqualTo("not-allowed");
    }

    @Test
    void aDonationReachesTheFund() throws Exception {
        isFound(post("/donations", "{\"wallet\":\"영희\",\"amount\":300,\"account\":\"느티나무동\"}"));
        assertThat(post("/donations", "{\"wallet\":\"영희\",\"amount\":300,\"account\":\"없는동\"}"))
                .returns(404, HttpTown.Reply::status)
                .returns("account-unknown", HttpTown.Reply::code);
    }

    @Test
    void moneyGoesBackOnlyWhenEnoughWasSpent() throws Exception {
        var refused = post(WALLET + "/balance-refund", "");
        assertThat(refused).returns(422, HttpTown.Reply::status).returns("not-enough-spent", HttpTown.Reply::code);
    }

    @Test
    void pointsThatAreNotThereBuyNothing() throws Exception {
        assertThat(post(WALLET + "/point-conversions", "{\"points\":15}").code())
                .isEqualTo("not-in-steps");
        assertThat(post(WALLET + "/point-conversions", "{\"points\":10}").code())
                .isEqualTo("insufficient-points");
        assertThat(post(WALLET + "/bags", "{\"site\":\"S1\",\"litres\":10,\"count\":1}")
                        .code())
                .isEqualTo("insufficient-points");
        assertThat(post(WALLET + "/bags", "{\"site\":\"S1\",\"litres\":15,\"count\":1}")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/litres");
    }
}
