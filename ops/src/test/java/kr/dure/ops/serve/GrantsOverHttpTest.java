package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officer Choi (최주무) grants relief money (재난지원금), and with officer Han (한주무) to many at once. */
class GrantsOverHttpTest {
    private static final String CHOI = "officer:최주무";
    private static final String HAN = "officer:한주무";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        var opened = town.post(CHOI, "/programmes", """
                {"programme":"relief","kind":"policy","basis":"GRANT","lines":[{"line":"nation","payer":"nation","amount":50000},
                {"line":"city","payer":"city","amount":50000}],"expiresOn":"2027-06-30"}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply table(String table) throws Exception {
        return town.postCsv(CHOI, "/programmes/relief/grant-batches", key(), table.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply approve(String who, Reply proposed) throws Exception {
        return town.post(
                who,
                "/proposals/" + proposed.body().path("proposal").asString() + "/approval",
                "{\"digest\":\"" + proposed.body().path("digest").asString() + "\"}");
    }

    private static String location(Reply made) {
        return made.header("Location").substring("/api/v1".length());
    }

    private static long granted() throws Exception {
        return town.count("ledger.event where type = 'wallet.PolicyGranted'");
    }

    @Test
    void oneGrantIsMadeOnce() throws Exception {
        String key = key();
        String order = "{\"wallet\":\"영희\",\"amount\":1000}";
        var granted = town.post(CHOI, "/programmes/relief/grants", key, order);
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
        assertThat(granted.body().path("expiresOn").asString()).isEqualTo("2027-06-30");
        assertThat(town.post(CHOI, "/programmes/relief/grants", key, order).body())
                .isEqualTo(granted.body());
        assertThat(town.get(YOUNGHEE, location(granted)).body()).isEqualTo(granted.body());
        assertThat(town.get(CHEOLSU, location(granted)).code()).isEqualTo("not-found");

        assertThat(town.post(CHOI, "/programmes/relief/grants", order.replace("영희", "없음"))
                        .code())
                .isEqualTo("wallet-unknown");
        assertThat(town.post(CHOI, "/programmes/relief/grants", order.replace("1000", "100001"))
                        .code())
                .isEqualTo("budget-exhausted");
        assertThat(town.post(CHOI, "/programmes/none/grants", order).code()).isEqualTo("programme-unknown");
        for (String who : List.of(YOUNGHEE, AUDITOR, OPERATOR, "manager:김기금")) {
            assertThat(town.post(who, "/programmes/relief/grants", order).code())
                    .isEqualTo("not-allowed");
        }
    }

    @Test
    void manyGrantsAreApprovedByAnotherAndMadeAtOnce() throws Exception {
        var proposed = table("wallet,amount\n영희,20000\n철수,10000\n");
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(proposed.body().path("report").path("ready").asBoolean()).isTrue();
        assertThat(approve(CHOI, proposed).code()).isEqualTo("same-person");

        long before = granted();
        var approved = approve(HAN, proposed);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(granted()).isEqualTo(before + 2);
        var seen = town.get(AUDITOR, location(proposed)).body();
        assertThat(seen.path("paid").path("total").asLong()).isEqualTo(30_000);
        var wallet = town.getAfter(approved, CHEOLSU, wallet("철수"));
        assertThat(wallet.body().path("krw").toString()).contains("\"POLICY\"").contains("2027-06-30");
    }

    @Test
    void allOfABatchIsGrantedOrNothing() throws Exception {
        long before = granted();
        var unknown = table("wallet,amount\n영희,1\n없음,1\n철수,1\n");
        assertThat(unknown.body().path("report").path("problems").toString())
                .isEqualTo("[{\"row\":2,\"wallet\":\"없음\",\"code\":\"wallet-unknown\"}]");
        assertThat(approve(HAN, unknown).code()).isEqualTo("wallet-unknown");

        var tooMuch = table("wallet,amount\n영희,1\n철수,100000\n");
        assertThat(tooMuch.body().path("report").path("refusal").asString()).isEqualTo("budget-exhausted");
        assertThat(approve(HAN, tooMuch).code()).isEqualTo("budget-exhausted");
        assertThat(granted()).isEqualTo(before);
        assertThat(town.text(CHOI, location(unknown), "text/csv").body())
                .contains("2,\"없음\",1,wallet-unknown,\"그런 지갑이 없습니다\"\r\n");
    }

    @Test
    void badRowsAreNamedAndNothingIsKept() throws Exception {
        long kept = town.count("desk.proposal");
        var bad = table("wallet,amount\n영희,0\n철수,1000000000001\n");
        assertThat(bad.body().path("errors").toString())
                .contains("/rows/1/amount")
                .contains("/rows/2/amount");
        var json = town.post(CHOI, "/programmes/relief/grant-batches", "{\"items\":[{\"wallet\":\"영희\"}]}");
        assertThat(json.body().path("errors").toString()).contains("/items/0/amount");
        assertThat(town.post(CHOI, "/programmes/relief/grant-batches", "").status())
                .isEqualTo(400);
        assertThat(town.count("desk.proposal")).isEqualTo(kept);
    }
}
