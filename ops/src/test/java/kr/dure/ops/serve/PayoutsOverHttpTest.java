package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officer Choi (최주무) submits batches of participation income, officer Han (한주무) approves them. */
class PayoutsOverHttpTest {
    private static final String CHOI = "officer:최주무";
    private static final String HAN = "officer:한주무";
    private static final int MANY = 10_000;
    private static final int PEOPLE = 1_000;

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        String neighbours = IntStream.range(0, MANY).mapToObj("""
                        {"at":"2026-11-01T10:00:00+09:00","id":"n%1$d","op":"open-wallet","wallet":"R%1$d","holder":"resident","dong":"느티나무동","person":"n%1$d"}
                        """::formatted).collect(Collectors.joining());
        town = new HttpTown(folder, neighbours);
        town.post(CHOI, "/wallets", "{\"wallet\":\"마을정원\",\"holder\":\"institution\",\"dong\":\"느티나무동\"}");
        programme("care", "\"ratePerHour\":12000,\"monthlyCap\":50000", 1_000_000);
        programme("once", "\"ratePerHour\":12000,\"monthlyCap\":50000", 1_000_000);
        programme("many", "\"ratePerHour\":6000", 100_000_000);
        town.post(CHOI, "/programmes", """
                {"programme":"policy","kind":"policy","basis":"GRANT","lines":[{"line":"a","payer":"city","amount":1}]}""");
    }

    private static void programme(String name, String more, long amount) throws Exception {
        var opened = town.post(CHOI, "/programmes", """
                {"programme":"%s","kind":"participation","basis":"CONTRIBUTION","lines":[{"line":"a","payer":"city",
                "amount":%d}],%s}""".formatted(name, amount, more));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply table(String programme, String table) throws Exception {
        return table(programme, key(), table.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply table(String programme, String key, byte[] table) throws Exception {
        return town.postCsv(CHOI, "/programmes/" + programme + "/payout-batches", key, table);
    }

    private static Reply approve(String who, Reply proposed) throws Exception {
        return town.post(
                who,
                "/proposals/" + proposed.body().path("proposal").asString() + "/approval",
                "{\"digest\":\"" + proposed.body().path("digest").asString() + "\"}");
    }

    private static String batch(Reply proposed) {
        return proposed.header("Location").substring("/api/v1".length());
    }

    private static String problems(Reply proposed) {
        return proposed.body().path("report").path("problems").toString();
    }

    @Test
    void aTableBecomesABatchThatAnotherApproves() throws Exception {
        String key = key();
        byte[] table = "\uFEFFminutes,wallet\r\n60,\"영희\"\r\n\r\n30,철수\r\n".getBytes(StandardCharsets.UTF_8);
        var proposed = table("once", key, table);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        var report = proposed.body().path("report");
        assertThat(report.path("ready").asBoolean()).isTrue();
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("total").asLong()).isEqualTo(18_000);
        assertThat(report.path("problems").isEmpty()).isTrue();
        assertThat(table("once", key, table).body()).as("repeated").isEqualTo(proposed.body());
        assertThat(table("once", key, "wallet,minutes\n영희,61\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("id-reused");

        assertThat(approve(CHOI, proposed).code()).isEqualTo("same-person");
        var approved = approve(HAN, proposed);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);

        var seen = town.get(AUDITOR, batch(proposed)).body();
        assertThat(seen.path("state").asString()).isEqualTo("approved");
        assertThat(seen.path("paid").path("total").asLong()).isEqualTo(18_000);
        var wallet = town.getAfter(approved, YOUNGHEE, wallet("영희"));
        assertThat(wallet.body().path("krw").toString()).contains("\"EARNED\"");
        var care = town.getAfter(approved, YOUNGHEE, "/programmes/once");
        assertThat(care.body().path("left").asLong()).isEqualTo(1_000_000 - 18_000);
    }

    @Test
    void everyRowThatTheTownWouldRefuseStandsInTheReport() throws Exception {
        var proposed = town.post(CHOI, "/programmes/care/payout-batches", """
                {"items":[{"wallet":"R1","minutes":60},{"wallet":"없음","minutes":60},{"wallet":"마을정원","minutes":60},
                {"wallet":"R2","minutes":250},{"wallet":"R2","minutes":1},{"wallet":"R3","minutes":251}]}""");

        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(proposed.body().path("report").path("ready").asBoolean()).isFalse();
        assertThat(problems(proposed))
                .isEqualTo("[{\"row\":2,\"wallet\":\"없음\",\"code\":\"wallet-unknown\"},"
                        + "{\"row\":3,\"wallet\":\"마을정원\",\"code\":\"not-a-resident\"},"
                        + "{\"row\":5,\"wallet\":\"R2\",\"code\":\"monthly-cap\"},"
                        + "{\"row\":6,\"wallet\":\"R3\",\"code\":\"monthly-cap\"}]");
        assertThat(approve(HAN, proposed).code()).as("the ledger agrees").isEqualTo("wallet-unknown");
        var text = town.text(CHOI, batch(proposed), "text/csv").body();
        assertThat(text).startsWith("\uFEFF번호,지갑,시간(분),코드,문제\r\n1,\"R1\",60,,\r\n2,\"없음\",60,wallet-unknown,");
    }

    @Test
    void whatTheMonthHasPaidAlreadyCounts() throws Exception {
        var first = table("care", "wallet,minutes\nR10,200\nR11,1\n");
        assertThat(approve(HAN, first).status()).isEqualTo(201);

        assertThat(problems(table("care", "wallet,minutes\nR10,50\nR11,249\n"))).isEqualTo("[]");
        assertThat(problems(table("care", "wallet,minutes\nR10,51\nR11,249\n")))
                .isEqualTo("[{\"row\":1,\"wallet\":\"R10\",\"code\":\"monthly-cap\"}]");
    }

    @Test
    void moreThanTheBudgetHoldsIsSaidOfTheWhole() throws Exception {
        var proposed = table("many", "wallet,minutes\nR20,1000000\nR21,1000000\n");

        assertThat(proposed.body().path("report").path("refusal").asString()).isEqualTo("budget-exhausted");
        assertThat(proposed.body().path("report").path("ready").asBoolean()).isFalse();
        assertThat(approve(HAN, proposed).code()).isEqualTo("budget-exhausted");
    }

    @Test
    void aBatchWithRowsThatAreNoneIsTurnedAwayWithEveryOneNamed() throws Exception {
        long kept = town.count("desk.proposal");
        var table = table("care", "wallet,minutes\nR1,60\n,60\nR2,sixty\nR3,0\nR4\nR5,1,2\nR6,-1\nR7,1.5\n");
        assertThat(table.status()).as(table.toString()).isEqualTo(400);
        assertThat(table.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly(
                        "/rows/2/wallet",
                        "/rows/3/minutes",
                        "/rows/4/minutes",
                        "/rows/5",
                        "/rows/6",
                        "/rows/7/minutes",
                        "/rows/8/minutes");

        var json = town.post(CHOI, "/programmes/care/payout-batches", """
                {"items":[{"wallet":"R1","minutes":60},{"wallet":"","minutes":60},{"wallet":"R1"},null,7,
                {"wallet":"R1","minutes":"60"},{"wallet":"R1","minutes":1,"more":1}]}""");
        assertThat(json.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly(
                        "/items/1/wallet",
                        "/items/2/minutes",
                        "/items/3",
                        "/items/4",
                        "/items/5/minutes",
                        "/items/6/more");
        assertThat(table("care", "wallet;minutes\nR1;60\n").status()).isEqualTo(400);
        assertThat(table("care", "wallet,minutes\n").status()).isEqualTo(400);
        assertThat(table("care", "").status()).isEqualTo(400);
        assertThat(table("care", key(), "wallet,minutes\n영희,60\n".getBytes(Charset.forName("EUC-KR")))
                        .status())
                .isEqualTo(400);
        assertThat(table("care", "wallet,minutes\n" + "R1,x\n".repeat(1_001))
                        .body()
                        .path("errors"))
                .hasSize(1_000);
        assertThat(table("care", "wallet,minutes\n" + "R1,1\n".repeat(MANY + 1)).status())
                .isEqualTo(400);
        assertThat(table("care", "x".repeat(5_000_000)).code()).isEqualTo("too-large");
        assertThat(town.count("desk.proposal")).isEqualTo(kept);
    }

    @Test
    void aBatchIsForAParticipationProgramme() throws Exception {
        assertThat(table("none", "wallet,minutes\nR1,1\n").code()).isEqualTo("programme-unknown");
        assertThat(table("policy", "wallet,minutes\nR1,1\n").code()).isEqualTo("wrong-kind");
    }

    @Test
    void tenThousandRowsArePaidByOneBatch() throws Exception {
        String rows = IntStream.range(0, MANY)
                .mapToObj(row -> "R%d,10\n".formatted(row % PEOPLE))
                .collect(Collectors.joining());
        var proposed = table("many", "wallet,minutes\n" + rows);
        assertThat(proposed.body().path("report").path("total").asLong()).isEqualTo(MANY * 1_000L);
        assertThat(proposed.body().path("report").path("ready").asBoolean()).isTrue();

        var approved = approve(HAN, proposed);

        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(town.get(HAN, batch(proposed))
                        .body()
                        .path("paid")
                        .path("rows")
                        .asInt())
                .isEqualTo(MANY);
        assertThat(town.count("ledger.event where type = 'wallet.EarningsPaid' and payload like '%\""
                        + approved.body().path("operation").asString() + "\"%'"))
                .isEqualTo(MANY);
    }

    @Test
    void aBatchIsNoMatterOfResidents() throws Exception {
        var proposed = table("care", "wallet,minutes\nR30,1\n");

        assertThat(town.get("resident:R30", batch(proposed)).code()).isEqualTo("not-found");
        assertThat(town.postCsv(
                                YOUNGHEE,
                                "/programmes/care/payout-batches",
                                key(),
                                "wallet,minutes\n영희,60\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("not-allowed");
        assertThat(town.post(
                                AUDITOR,
                                "/programmes/care/payout-batches",
                                "{\"items\":[{\"wallet\":\"R1\",\"minutes\":1}]}")
                        .code())
                .isEqualTo("not-allowed");
        assertThat(approve("officer:R30", proposed).code()).isEqualTo("beneficiary");
    }
}
