package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cheolsu asks for local currency, the bank brings his money, and he has it. */
class ChargesOverHttpTest {
    private static final String WALLET = HttpTown.wallet("철수");

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String request(long amount) throws Exception {
        var requested = town.post(CHEOLSU, WALLET + "/charges", "{\"amount\":" + amount + "}");
        assertThat(requested.status()).as(requested.toString()).isEqualTo(201);
        return "/charges/" + requested.body().path("charge").asString();
    }

    private static String status(String charge) throws Exception {
        return town.get(CHEOLSU, charge).body().path("status").asString();
    }

    private static long total() throws Exception {
        var head = town.get(OPERATOR, WALLET);
        return head.body().path("krw").path("total").asLong();
    }

    @Test
    void aChargeIsRequestedFundedAndCancelled() throws Exception {
        long before = total();
        String charge = request(5_000);
        assertThat(status(charge)).isEqualTo("REQUESTED");

        var funded = town.post(OPERATOR, charge + "/funding", "{}");
        assertThat(funded.status()).as(funded.toString()).isEqualTo(201);
        assertThat(funded.body().path("charged").asLong()).isEqualTo(5_000);
        assertThat(status(charge)).isEqualTo("FUNDED");
        assertThat(town.get(CHEOLSU, WALLET, "Dure-Position", funded.header("Dure-Position"))
                        .body()
                        .path("krw")
                        .path("total")
                        .asLong())
                .isEqualTo(before + 5_000);

        var cancelled = town.post(CHEOLSU, charge + "/cancellation", "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(201);
        assertThat(cancelled.body().path("paidBack").asLong()).isEqualTo(5_000);
        assertThat(status(charge)).isEqualTo("CANCELLED");
    }

    @Test
    void nobodyGetsToKnowOfAnothersCharge() throws Exception {
        String charge = request(100);
        assertThat(town.get(HttpTown.YOUNGHEE, charge).code()).isEqualTo("charge-unknown");
        assertThat(town.post(HttpTown.YOUNGHEE, charge + "/cancellation", "").code())
                .isEqualTo("charge-unknown");
        assertThat(total()).isLessThan(10_000);
    }

    @Test
    void limitsAreAskedBeforeAnybodyPays() throws Exception {
        var tooMuch = town.post(CHEOLSU, WALLET + "/charges", "{\"amount\":700001}");
        assertThat(tooMuch)
                .returns(422, HttpTown.Reply::status)
                .returns("monthly-purchase-limit", HttpTown.Reply::code);
        assertThat(tooMuch.body().path("figures").path("limit").asLong()).isEqualTo(700_000);
    }
}
