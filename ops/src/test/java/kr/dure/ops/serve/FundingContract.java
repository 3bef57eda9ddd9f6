package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of money that comes in, whichever way it comes. */
abstract class FundingContract {
    private static final String WALLET = HttpTown.wallet("철수");

    static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /**
     * Money comes in for a charge.
     *
     * @param deposit the source's own name for it
     */
    abstract Reply comesIn(String key, JsonNode charge, long amount, String deposit) throws Exception;

    final Reply comesIn(JsonNode charge, long amount, String deposit) throws Exception {
        return comesIn(key(), charge, amount, deposit);
    }

    static JsonNode request(long amount) throws Exception {
        var requested = town.post(CHEOLSU, WALLET + "/charges", "{\"amount\":" + amount + "}");
        assertThat(requested.status()).as(requested.toString()).isEqualTo(201);
        return requested.body();
    }

    static String path(JsonNode charge) {
        return "/charges/" + charge.path("charge").asString();
    }

    static String status(JsonNode charge) throws Exception {
        return town.get(CHEOLSU, path(charge)).body().path("status").asString();
    }

    /** The latest that is owed. */
    static JsonNode owed(Reply after) throws Exception {
        return town.get(OPERATOR, "/payout-orders", "Dure-Position", after.header("Dure-Position"))
                .body()
                .path("items")
                .path(0);
    }

    @Test
    void enoughMoneyInTimeMakesTheCharge() throws Exception {
        var charge = request(5_000);

        var taken = comesIn(charge, 5_000, "제때");

        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.body().path("charged").asLong()).isEqualTo(5_000);
        assertThat(taken.body().path("back").asLong()).isZero();
        assertThat(status(charge)).isEqualTo("FUNDED");
        assertThat(town.get(OPERATOR, taken.header("Location").substring("/api/v1".length()))
                        .body())
                .isEqualTo(taken.body());
    }

    @Test
    void aDepositIsTakenOnce() throws Exception {
        var charge = request(600);
        String key = key();
        var taken = comesIn(key, charge, 600, "한 번");

        assertThat(comesIn(key, charge, 600, "한 번").body()).isEqualTo(taken.body());
        assertThat(comesIn(charge, 600, "한 번").code()).isEqualTo("funding-used");
        assertThat(comesIn(key, charge, 601, "한 번").code()).isEqualTo("id-reused");
    }

    @Test
    void whatIsShortGoesBackAndTheChargeWaits() throws Exception {
        var charge = request(700);

        var taken = comesIn(charge, 699, "모자람");

        assertThat(taken.body().path("reason").asString()).isEqualTo("SHORT");
        assertThat(status(charge)).isEqualTo("REQUESTED");
        var owed = owed(taken);
        assertThat(owed.path("amount").asLong()).isEqualTo(699);
        assertThat(owed.path("reason").asString()).isEqualTo("DEPOSIT_SHORT");
        assertThat(owed.path("deposit").asString()).isEqualTo("모자람");
        assertThat(owed.path("wallet").asString()).isEqualTo("철수");
    }

    @Test
    void ofTooMuchTheRestGoesBack() throws Exception {
        var charge = request(700);

        var taken = comesIn(charge, 1_000, "넉넉함");

        assertThat(taken.body().path("charged").asLong()).isEqualTo(700);
        assertThat(taken.body().path("back").asLong()).isEqualTo(300);
        assertThat(owed(taken).path("amount").asLong()).isEqualTo(300);
        assertThat(owed(taken).path("reason").asString()).isEqualTo("DEPOSIT_EXCESS");
    }

    @Test
    void whatComesTwiceGoesBackTheSecondTime() throws Exception {
        var charge = request(800);
        comesIn(charge, 800, "먼저");

        assertThat(comesIn(charge, 800, "나중").body().path("reason").asString()).isEqualTo("DOUBLED");
    }

    /** Who asked cannot be paid what came for a frozen wallet: it goes back where it came from. */
    @Test
    void whatAFreezeForbidsGoesBack() throws Exception {
        var charge = request(900);
        town.post(OPERATOR, WALLET + "/freeze", "");
        try {
            assertThat(comesIn(charge, 900, "얼었음").body().path("reason").asString())
                    .isEqualTo("NOT_ALLOWED");
        } finally {
            town.post(OPERATOR, WALLET + "/unfreeze", "");
        }
    }

    @Test
    void aCancelledChargeIsOwed() throws Exception {
        var charge = request(1_100);
        comesIn(charge, 1_100, "취소할 것");

        var cancelled = town.post(CHEOLSU, path(charge) + "/cancellation", "");

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(201);
        var owed = owed(cancelled);
        assertThat(owed.path("reason").asString()).isEqualTo("CHARGE_CANCELLED");
        assertThat(owed.path("amount").asLong()).isEqualTo(1_100);
        String order = "/payout-orders/" + owed.path("order").asLong();
        assertThat(town.get(CHEOLSU, order).body()).isEqualTo(owed);
        assertThat(town.get(HttpTown.YOUNGHEE, order).code()).isEqualTo("not-allowed");
        assertThat(town.get(CHEOLSU, WALLET + "/payout-orders")
                        .body()
                        .path("items")
                        .path(0))
                .isEqualTo(owed);
        assertThat(town.get(HttpTown.YOUNGHEE, WALLET + "/payout-orders").code())
                .isEqualTo("not-allowed");
        assertThat(town.get(CHEOLSU, "/payout-orders").code()).isEqualTo("not-allowed");
    }

    @Test
    void whatTheBankTakesBackTakesTheChargeWithIt() throws Exception {
        var charge = request(1_200);
        var taken = comesIn(charge, 1_200, "돌아감");
        String deposit = taken.header("Location").substring("/api/v1".length());

        assertThat(town.post(CHEOLSU, deposit + "/reversal", "").code()).isEqualTo("not-allowed");
        var reversed = town.post(OPERATOR, deposit + "/reversal", "");

        assertThat(reversed.status()).as(reversed.toString()).isEqualTo(201);
        assertThat(reversed.body().path("left").asLong()).isEqualTo(1_200);
        assertThat(reversed.body().path("claim").asLong()).isZero();
        assertThat(status(charge)).isEqualTo("REVERSED");
        assertThat(town.post(OPERATOR, deposit + "/reversal", "").code()).isEqualTo("deposit-unknown");
        town.post(OPERATOR, WALLET + "/unfreeze", "");
    }

    @Test
    void onlyOperatorsSayThatMoneyCame() throws Exception {
        var charge = request(1_300);
        assertThat(town.post(CHEOLSU, path(charge) + "/funding", "{}").code()).isEqualTo("not-allowed");
        String told = "{\"deposit\":\"x\",\"amount\":1300,\"text\":\"%s\"}";
        assertThat(town.post(
                                CHEOLSU,
                                "/deposits",
                                told.formatted(charge.path("reference").asString()))
                        .code())
                .isEqualTo("not-allowed");
    }

    @Test
    void aWalletsChargesAreListed() throws Exception {
        var charge = request(1_400);
        var head = comesIn(charge, 1_400, "목록에");

        var listed = town.get(CHEOLSU, WALLET + "/charges", "Dure-Position", head.header("Dure-Position"));

        var newest = listed.body().path("items").path(0);
        assertThat(newest.path("charge")).isEqualTo(charge.path("charge"));
        assertThat(newest.path("status").asString()).isEqualTo("FUNDED");
        assertThat(town.get(HttpTown.YOUNGHEE, WALLET + "/charges").code()).isEqualTo("not-allowed");
    }
}
