package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes something beside the ledger is done once, too, and answered the same for good. */
class KeptAnswersTest {
    private static final String LISTINGS = "/time-bank/listings";
    private static final String OFFER = "{\"wallet\":\"영희\",\"kind\":\"OFFER\",\"activity\":\"장보기\",\"minutes\":30}";
    private static final int TWINS = 20;

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        for (String who : new String[] {YOUNGHEE, CHEOLSU}) {
            String member = "{\"wallet\":\"%s\"}".formatted(who.substring("resident:".length()));
            assertThat(town.post(who, "/time-bank/members", member).status()).isEqualTo(201);
        }
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String matched() throws Exception {
        String listing =
                town.post(YOUNGHEE, LISTINGS, OFFER).body().path("listing").asString();
        var match = town.post(CHEOLSU, LISTINGS + "/" + listing + "/matches", "{\"wallet\":\"철수\"}");
        return "/time-bank/matches/" + match.body().path("match").asString();
    }

    @Test
    void aRepetitionIsAnsweredAsItWasAtFirstWhateverHappenedSince() throws Exception {
        String match = matched();
        String key = key();
        var done = town.post(YOUNGHEE, match + "/done", key, "");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(town.post(CHEOLSU, match + "/confirmation", "").status()).isEqualTo(201);

        assertThat(town.post(YOUNGHEE, match + "/done", key, "").body()).isEqualTo(done.body());
    }

    @Test
    void aRefusalIsGivenAgainEvenIfItWouldNowGoThrough() throws Exception {
        String match = matched();
        String key = key();
        var early = town.post(CHEOLSU, match + "/confirmation", key, "");
        assertThat(early.code()).isEqualTo("match-not-ready");
        String other = matched();
        String withdrawal = key();
        town.post(YOUNGHEE, other + "/done", "");
        assertThat(town.post(CHEOLSU, other + "/withdrawal", withdrawal, "").code())
                .isEqualTo("match-not-ready");
        town.execute("update timebank.match set state = 'MATCHED' where id = '"
                + other.substring(other.lastIndexOf('/') + 1) + "'");

        assertThat(town.post(CHEOLSU, other + "/withdrawal", withdrawal, "").code())
                .isEqualTo("match-not-ready");
        assertThat(town.post(CHEOLSU, other + "/withdrawal", "").status()).isEqualTo(200);
    }

    @Test
    void twinsAreAnsweredOnceTheOthersAreAskedToRepeat() throws Exception {
        String key = key();
        long before = town.count("timebank.listing");
        try (var threads = Executors.newFixedThreadPool(TWINS)) {
            Callable<Reply> post = () -> town.post(YOUNGHEE, LISTINGS, key, OFFER);
            var replies =
                    threads.invokeAll(Stream.generate(() -> post).limit(TWINS).toList());
            for (var reply : replies) {
                assertThat(reply.get().status())
                        .as(reply.get().toString())
                        .matches(status ->
                                status == 201 || reply.resultNow().code().equals("in-progress"));
            }
        }

        assertThat(town.post(YOUNGHEE, LISTINGS, key, OFFER).status()).isEqualTo(201);
        assertThat(town.count("timebank.listing")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merchant:두레빵집 | /pos/qr | {\"amount\":1000} | {\"amount\":1001}",
                "merchant:두레빵집 | /pos/reversals | {\"key\":\"never-came-1\"} | {\"key\":\"never-came-2\"}",
                "operator:이운영 | /clients | {\"subject\":\"clerk:두레빵집/민지\"} | {\"subject\":\"clerk:찻집/민지\"}"
            })
    void aKeyIsForOneContent(String who, String path, String body, String other) throws Exception {
        String key = key();
        var first = town.post(who, path, key, body);
        assertThat(first.status()).as(first.toString()).isBetween(200, 201);

        var again = town.post(who, path, key, body);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(town.post(who, path, key, other).code()).isEqualTo("id-reused");
    }

    @Test
    void theSecretOfAClientIsToldAgainAndNotKept() throws Exception {
        String key = key();
        var added = town.post(OPERATOR, "/clients", key, "{\"subject\":\"clerk:찻집/수아\"}");
        String client = "/clients/" + added.body().path("client").asString();
        assertThat(town.post(OPERATOR, client + "/removal", "").status()).isEqualTo(200);

        assertThat(town.post(OPERATOR, "/clients", key, "{\"subject\":\"clerk:찻집/수아\"}")
                        .body())
                .isEqualTo(added.body());
        assertThat(town.count("access.answer where body like '%"
                        + added.body().path("secret").asString() + "%'"))
                .isZero();
    }

    @Test
    void whatCannotBeTriedSaysSo() throws Exception {
        for (String path : new String[] {"/pos/reversals", "/pos/qr"}) {
            var tried = town.post(BAKERY, path + "?dryRun=true", "{\"key\":\"tried\"}");
            assertThat(tried.status()).as(tried.toString()).isEqualTo(400);
        }
        var code = town.post(YOUNGHEE, wallet("영희") + "/payment-codes?dryRun=true", "");
        assertThat(code.status()).isEqualTo(400);
        assertThat(code.body().path("errors").toString()).contains("dryRun");
    }
}
