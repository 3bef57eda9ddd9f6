package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.dure.core.ledger.Moment;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officer Choi (최주무) proposes new rules, operator Lee (이운영) approves them; everybody reads them. */
class RuleBookOverHttpTest {
    private static final String CHOI = "officer:최주무";
    private static final LocalDate TODAY = LocalDate.now(Clock.system(Moment.KST));
    private static final String VERSION = """
            {"from":"%s","rules":%s}""";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply propose(LocalDate from, String rules) throws Exception {
        return town.post(CHOI, "/rule-book/versions", VERSION.formatted(from, rules));
    }

    private static Reply approve(String who, Reply proposed) throws Exception {
        return town.post(
                who,
                "/proposals/" + proposed.body().path("proposal").asString() + "/approval",
                "{\"digest\":\"" + proposed.body().path("digest").asString() + "\"}");
    }

    /** In the order in which a book grows. */
    @Test
    void aVersionIsProposedApprovedAndToCome() throws Exception {
        var before = town.get(YOUNGHEE, "/rule-book").body();
        assertThat(before.path("inForce").path("rules").path("version").asInt()).isEqualTo(2);
        assertThat(before.path("inForce").path("from").asString()).isEqualTo("2026-10-16");
        assertThat(before.path("adopted")).isEmpty();

        String key = key();
        String rules = "{\"holdMinutes\":45,\"cashback\":null}";
        String body = VERSION.formatted(TODAY.plusDays(10), rules);
        var proposed = town.post(CHOI, "/rule-book/versions", key, body);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(town.get(YOUNGHEE, "/rule-book").body()).as("not yet").isEqualTo(before);
        assertThat(approve(CHOI, proposed).code()).isEqualTo("same-person");
        assertThat(approve("manager:김기금", proposed).code()).isEqualTo("not-allowed");
        var approved = approve(OPERATOR, proposed);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);

        var after = town.get(BAKERY, "/rule-book").body();
        assertThat(after.path("inForce")).isEqualTo(before.path("inForce"));
        var coming = after.path("coming").path(0);
        assertThat(coming.path("from").asString()).isEqualTo(TODAY.plusDays(10).toString());
        assertThat(coming.path("rules").path("version").asInt()).isEqualTo(3);
        assertThat(coming.path("rules").path("holdMinutes").asInt()).isEqualTo(45);
        assertThat(coming.path("rules").path("cashback").isNull()).isTrue();
        assertThat(coming.path("rules").path("refundDays").asInt())
                .as("as before")
                .isEqualTo(90);
        var adopted = after.path("adopted").path(0);
        assertThat(adopted.path("rules").toString()).isEqualTo("{\"cashback\":null,\"holdMinutes\":45}");
        assertThat(adopted.path("proposedBy").asString()).isEqualTo("최주무");
        assertThat(adopted.path("approvedBy").asString()).isEqualTo("이운영");

        assertThat(town.post(CHOI, "/rule-book/versions", key, body).body())
                .as("repeated")
                .isEqualTo(proposed.body());
        assertThat(propose(TODAY.plusDays(9), "{\"holdMinutes\":46}").code()).isEqualTo("rules-out-of-order");
        var fourth = propose(TODAY.plusDays(10), "{\"holdMinutes\":46}");
        assertThat(approve(OPERATOR, fourth).status()).isEqualTo(201);
        assertThat(town.get(AUDITOR, "/rule-book")
                        .body()
                        .path("coming")
                        .path(0)
                        .path("rules")
                        .path("version")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void whatCannotBeARuleIsNamedBeforeItIsProposed() throws Exception {
        long kept = town.count("desk.proposal");
        var unfit = propose(
                TODAY.plusDays(20),
                "{\"holdMinute\":45,\"nationPercent\":101,\"version\":7,\"potYears\":\"5\",\"a/b\":1,\"refundDays\":30}");
        assertThat(unfit.status()).as(unfit.toString()).isEqualTo(400);
        assertThat(unfit.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/rules/holdMinute",
                        "/rules/nationPercent",
                        "/rules/version",
                        "/rules/potYears",
                        "/rules/a~1b");
        assertThat(propose(TODAY.plusDays(20), "{}").status()).isEqualTo(400);
        assertThat(propose(TODAY.plusDays(20), "[]").status()).isEqualTo(400);
        assertThat(propose(TODAY.plusDays(20), "null").status()).isEqualTo(400);
        assertThat(propose(LocalDate.of(2200, 1, 1), "{\"holdMinutes\":45}").status())
                .isEqualTo(400);
        assertThat(propose(TODAY, "{\"holdMinutes\":45}").code()).isEqualTo("rules-not-ahead");
        assertThat(propose(TODAY.minusDays(1), "{\"holdMinutes\":45}").code()).isEqualTo("rules-not-ahead");
        assertThat(town.count("desk.proposal")).isEqualTo(kept);
    }

    @Test
    void onlyStaffProposesRules() throws Exception {
        for (String who : List.of(YOUNGHEE, BAKERY, AUDITOR, "manager:김기금")) {
            assertThat(town.post(
                                    who,
                                    "/rule-book/versions",
                                    VERSION.formatted(TODAY.plusDays(20), "{\"holdMinutes\":45}"))
                            .code())
                    .isEqualTo("not-allowed");
        }
    }
}
