package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Residents pay and merchants give back, over HTTP. */
class PaymentsOverHttpTest {
    private static final String TO_THE_BAKERY = "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":%d}";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whoPaysReadsItAtThePositionOfTheAnswer() throws Exception {
        var before = town.get(YOUNGHEE, wallet("영희")).body();
        var paid = town.post(YOUNGHEE, "/payments", TO_THE_BAKERY.formatted(1_000));

        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.header("Location")).endsWith(paid.body().path("payment").asString());
        assertThat(paid.body()
                        .path("pots")
                        .valueStream()
                        .mapToLong(pot -> pot.path("amount").asLong())
                        .sum())
                .isEqualTo(1_000);
        assertThat(paid.body().path("contribution").asLong()).isEqualTo(5);
        long cashback = paid.body().path("cashback").asLong();
        assertThat(cashback).as("8 % of what was bought").isBetween(70L, 80L);

        var after = town.get(YOUNGHEE, wallet("영희"), "Dure-Position", paid.header("Dure-Position"))
                .body();
        assertThat(after.path("krw").path("total").asLong())
                .isEqualTo(before.path("krw").path("total").asLong() - 1_000 + cashback);
        assertThat(after.path("position").asLong())
                .isGreaterThanOrEqualTo(paid.body().path("position").asLong());
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndPaysOnce() throws Exception {
        String key = key();
        var first = town.post(YOUNGHEE, "/payments", key, TO_THE_BAKERY.formatted(10));
        var again =
                town.post(YOUNGHEE, "/payments", key, "{ \"amount\": 10, \"merchant\":\"두레빵집\", \"wallet\":\"영희\" }");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(town.post(YOUNGHEE, "/payments", key, TO_THE_BAKERY.formatted(11)))
                .returns(422, HttpTown.Reply::status)
                .returns("id-reused", HttpTown.Reply::code);
    }

    @Test
    void aRefusalIsAProblemAndIsGivenAgain() throws Exception {
        String key = key();
        var refused = town.post(YOUNGHEE, "/payments", key, TO_THE_BAKERY.formatted(1_000_000));

        assertThat(refused).returns(422, HttpTown.Reply::status).returns("insufficient-balance", HttpTown.Reply::code);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("title").asString()).isEqualTo("쓸 수 있는 잔액이 모자랍니다");
        assertThat(refused.body().path("figures").path("amount").asLong()).isEqualTo(1_000_000);
        assertThat(town.post(YOUNGHEE, "/payments", key, TO_THE_BAKERY.formatted(1_000_000))
                        .body())
                .isEqualTo(refused.body());
    }

    @Test
    void nobodyPaysFromTheWalletOfAnother() throws Exception {
        for (var who : new String[] {CHEOLSU, BAKERY, AUDITOR}) {
            assertThat(town.post(who, "/payments", TO_THE_BAKERY.formatted(1)))
                    .returns(403, HttpTown.Reply::status)
                    .returns("not-allowed", HttpTown.Reply::code);
        }
        assertThat(town.get(CHEOLSU, wallet("영희")).status()).isEqualTo(403);
        assertThat(town.get(AUDITOR, wallet("영희")).status()).isEqualTo(200);
    }

    @Test
    void ownersCannotPayTheirOwnShop() throws Exception {
        assertThat(town.post(CHEOLSU, "/payments", "{\"wallet\":\"철수\",\"merchant\":\"두레빵집\",\"amount\":1}"))
                .returns(422, HttpTown.Reply::status)
                .returns("own-merchant", HttpTown.Reply::code);
    }

    @Test
    void theShopThatWasPaidGivesBackAndNoOther() throws Exception {
        var paid = town.post(YOUNGHEE, "/payments", TO_THE_BAKERY.formatted(100));
        String refunds = "/payments/" + paid.body().path("payment").asString() + "/refunds";

        assertThat(town.post(CAFE, refunds, "{\"amount\":40}").code()).isEqualTo("payment-unknown");
        assertThat(town.post(YOUNGHEE, refunds, "{\"amount\":40}").code()).isEqualTo("not-allowed");
        var refunded = town.post(BAKERY, refunds, "{\"amount\":40}");
        assertThat(refunded.status()).as(refunded.toString()).isEqualTo(201);
        assertThat(refunded.body().path("refunded").asLong()).isEqualTo(40);
        assertThat(town.post(BAKERY, refunds, "{\"amount\":61}").code()).isEqualTo("refund-exceeds-payment");
    }

    @Test
    void theShopSeesOfAPaymentWhatConcernsIt() throws Exception {
        var paid = town.post(YOUNGHEE, "/payments", TO_THE_BAKERY.formatted(10));
        String payment = "/payments/" + paid.body().path("payment").asString();

        assertThat(town.get(YOUNGHEE, payment).body()).isEqualTo(paid.body());
        assertThat(town.get(BAKERY, payment).body().has("pots")).isFalse();
        assertThat(town.get("clerk:두레빵집/김점원", payment).body().path("amount").asLong())
                .isEqualTo(10);
        assertThat(town.get(CAFE, payment).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":\"5\"} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":5.0} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":5e0} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":0} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":-1} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":1000000000001} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":99999999999999999999} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":true} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":null} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":{}} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\"} | /amount",
                "{\"wallet\":\"영희\",\"merchant\":7,\"amount\":5} | /merchant",
                "{\"wallet\":\"영희\",\"merchant\":\"\",\"amount\":5} | /merchant",
                "{\"wallet\":\"영희\",\"merchant\":\"a\\u0000b\",\"amount\":5} | /merchant",
                "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":5,\"tip\":1} | /tip",
            })
    void whatIsNoPaymentIsToldByItsField(String body, String field) throws Exception {
        var invalid = town.post(YOUNGHEE, "/payments", body);

        assertThat(invalid).returns(400, HttpTown.Reply::status).returns("invalid-request", HttpTown.Reply::code);
        assertThat(invalid.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]",
                "5",
                "{",
                "{}{}",
                "{\"wallet\":\"영희\",\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":5}",
                "not json",
            })
    void whatIsNoObjectIsToldSo(String body) throws Exception {
        assertThat(town.post(YOUNGHEE, "/payments", body))
                .returns(400, HttpTown.Reply::status)
                .returns("invalid-request", HttpTown.Reply::code);
    }

    @Test
    void hugeDeepAndStrangeBodiesAreTurnedAway() throws Exception {
        String huge = "{\"wallet\":\"" + "가".repeat(100_000) + "\"}";
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(town.post(YOUNGHEE, "/payments", huge))
                .returns(413, HttpTown.Reply::status)
                .returns("too-large", HttpTown.Reply::code);
        assertThat(town.post(YOUNGHEE, "/payments", deep).status()).isEqualTo(400);
        var form = town.send(town.request("/payments")
                .header("Authorization", "Bearer " + town.token(YOUNGHEE))
                .header("Idempotency-Key", key())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=5")));
        assertThat(form).returns(415, HttpTown.Reply::status).returns("unsupported-media-type", HttpTown.Reply::code);
    }

    @Test
    void nothingHappensWithoutATokenOrAKey() throws Exception {
        var nobody = town.send(town.request("/payments")
                .header("Idempotency-Key", key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TO_THE_BAKERY.formatted(1))));
        assertThat(nobody).returns(401, HttpTown.Reply::status).returns("unauthenticated", HttpTown.Reply::code);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");

        var forged = town.send(town.request(wallet("영희"))
                .header("Authorization", "Bearer " + town.token(YOUNGHEE).replaceFirst(".$", "A") + "A"));
        assertThat(forged.status()).isEqualTo(401);

        for (String nonsense : List.of("Bearer", "Bearer ", "Bearer =", "Bearer a b", "Bearer ..", "Basic YTpi")) {
            assertThat(town.send(town.request(wallet("영희")).header("Authorization", nonsense)))
                    .describedAs(nonsense)
                    .returns(401, HttpTown.Reply::status)
                    .returns("unauthenticated", HttpTown.Reply::code);
        }

        var keyless = town.send(town.request("/payments")
                .header("Authorization", "Bearer " + town.token(YOUNGHEE))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TO_THE_BAKERY.formatted(1))));
        assertThat(keyless)
                .returns(400, HttpTown.Reply::status)
                .returns("idempotency-key-missing", HttpTown.Reply::code);
    }

    @Test
    void whatIsNotThereIsSaidInTheSameForm() throws Exception {
        assertThat(town.get(YOUNGHEE, "/nothing"))
                .returns(404, HttpTown.Reply::status)
                .returns("not-found", HttpTown.Reply::code);
        assertThat(town.get(YOUNGHEE, "/payments"))
                .returns(405, HttpTown.Reply::status)
                .returns("method-not-allowed", HttpTown.Reply::code);
        assertThat(town.get(AUDITOR, wallet("아무도")))
                .returns(404, HttpTown.Reply::status)
                .returns("wallet-unknown", HttpTown.Reply::code);
        assertThat(town.get(YOUNGHEE, wallet("영희"), "Dure-Position", "soon").code())
                .isEqualTo("position-invalid");
        assertThat(town.get(YOUNGHEE, wallet("영희"), "Accept-Language", "en", "Dure-Position", "x")
                        .body()
                        .path("title")
                        .asString())
                .isEqualTo("Dure-Position is an integer from 0 on");
    }

    @Test
    void aDryRunGivesTheSameAnswerAndKeepsNothing() throws Exception {
        var before = town.get(YOUNGHEE, wallet("영희")).body().path("krw");
        String key = key();
        var dry = town.post(YOUNGHEE, "/payments?dryRun=true", key, TO_THE_BAKERY.formatted(10));

        assertThat(dry.status()).as(dry.toString()).isEqualTo(201);
        assertThat(dry.body().path("cashback").asLong()).isZero();
        assertThat(town.post(YOUNGHEE, "/payments?dryRun=true", key, TO_THE_BAKERY.formatted(1_000_000))
                        .code())
                .isEqualTo("insufficient-balance");
        assertThat(town.get(YOUNGHEE, wallet("영희")).body().path("krw")).isEqualTo(before);
        assertThat(town.get(YOUNGHEE, "/payments/" + dry.body().path("payment").asString())
                        .status())
                .isEqualTo(404);
        assertThat(town.post(YOUNGHEE, "/payments", key, TO_THE_BAKERY.formatted(20))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPathThatCouldMeanTwoThingsIsAProblemLikeOthers() throws Exception {
        var ambiguous = town.get(YOUNGHEE, "/wallets/a%2Fb");

        assertThat(ambiguous.status()).isEqualTo(400);
        assertThat(ambiguous.code()).isEqualTo("invalid-request");
        assertThat(ambiguous.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aProblemIsDescribedWhereItsTypeSays() throws Exception {
        var refused = town.post(CHEOLSU, "/payments", TO_THE_BAKERY.formatted(1));
        var described =
                town.send(town.request(refused.body().path("type").asString().substring("/api/v1".length())));

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body().path("code").asString()).isEqualTo("not-allowed");
        assertThat(described.body().path("ko").asString())
                .isEqualTo(refused.body().path("title").asString());
        assertThat(town.send(town.request("/problems")).body().path("problems").size())
                .isEqualTo(kr.dure.api.http.ProblemTexts.codes().size());
        assertThat(town.send(town.request("/problems/none")).status()).isEqualTo(404);
    }

    @Test
    void aStatementIsATableToo() throws Exception {
        String statement = wallet("영희") + "/statement?from=2026-11-01&to=2026-11-01";
        var table = town.text(YOUNGHEE, statement, "text/csv");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("statement-2026-11-01-2026-11-01.csv");
        assertThat(table.body().lines().toList())
                .hasSize(3)
                .startsWith("\uFEFF일시,구분,거래번호,상대,금액(원),잔액(원),원장 위치", "2026-11-01 09:00:00,개설,,,0,0,2")
                .last()
                .asString()
                .matches("2026-11-01 09:05:00,충전,\"c1\",,10000,10000,\\d+");
        assertThat(town.text(YOUNGHEE, statement, "application/pdf").statusCode())
                .isEqualTo(406);
    }

    @Test
    void aStatementAddsUpFromItsOpeningToItsClosing() throws Exception {
        var paid = town.post(YOUNGHEE, "/payments", TO_THE_BAKERY.formatted(30));
        var statement = town.get(
                        YOUNGHEE,
                        wallet("영희") + "/statement?from=2026-11-01&to=2030-01-01",
                        "Dure-Position",
                        paid.header("Dure-Position"))
                .body();
        var lines = statement.path("lines");

        assertThat(statement.path("opening").asLong()).isZero();
        long balance = 0;
        for (var line : lines) {
            balance += line.path("amount").asLong();
            assertThat(line.path("balance").asLong()).isEqualTo(balance);
        }
        assertThat(statement.path("closing").asLong()).isEqualTo(balance);
        assertThat(lines.valueStream().map(line -> line.path("kind").asString()))
                .startsWith("opened", "charge")
                .contains("payment");
        var last = lines.get(lines.size() - 1);
        assertThat(last.path("at").asString()).endsWith("+09:00");
        assertThat(town.get(
                                YOUNGHEE,
                                wallet("영희") + "/balance?at="
                                        + URLEncoder.encode(last.path("at").asString(), StandardCharsets.UTF_8))
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(balance);
        assertThat(town.get(YOUNGHEE, wallet("영희") + "/balance?at=2026-11-01T00:00:00Z")
                        .body()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void daysThatAreNoneAreToldByTheirParameter() throws Exception {
        var invalid = town.get(YOUNGHEE, wallet("영희") + "/statement?from=2026-02-30&to=2026-03-01");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("from");
        assertThat(town.get(YOUNGHEE, wallet("영희") + "/statement?from=2026-02-01")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("to");
    }
}
