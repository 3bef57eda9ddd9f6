package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Younghee (영희) wants to open a shop; officer Choi (최주무) decides. */
class MerchantApplicationsOverHttpTest {
    private static final String CHOI = "officer:최주무";
    private static final String SHOP = """
            {"merchant":"%s","dong":"강나루동","trade":"%s","annualSales":50000000,"inDistrict":true,"owners":["영희"]}""";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply applies(String who, String shop, String trade) throws Exception {
        var applied = town.post(who, "/merchant-applications", SHOP.formatted(shop, trade));
        assertThat(applied.status()).as(applied.toString()).isEqualTo(201);
        return applied;
    }

    private static String decision(Reply applied, String decision) {
        return "/proposals/" + applied.body().path("proposal").asString() + "/" + decision;
    }

    private static Reply approve(String who, Reply applied) throws Exception {
        return town.post(
                who,
                decision(applied, "approval"),
                "{\"digest\":\"" + applied.body().path("digest").asString() + "\"}");
    }

    private static Reply reject(Reply applied, String body) throws Exception {
        return town.post(CHOI, decision(applied, "rejection"), body);
    }

    private static String location(Reply applied) {
        return applied.header("Location").substring("/api/v1".length());
    }

    @Test
    void anApplicationThatIsApprovedRegistersTheShopOnce() throws Exception {
        String key = key();
        var applied = town.post(YOUNGHEE, "/merchant-applications", key, SHOP.formatted("꽃집", "florist"));
        assertThat(applied.status()).as(applied.toString()).isEqualTo(201);
        var appliedAt = OffsetDateTime.parse(applied.body().path("proposedAt").asString());
        assertThat(applied.body().path("dueOn").asString())
                .isEqualTo(appliedAt.toLocalDate().plusDays(7).toString());
        assertThat(town.post(YOUNGHEE, "/merchant-applications", key, SHOP.formatted("꽃집", "florist"))
                        .body())
                .isEqualTo(applied.body());

        var approved = approve(CHOI, applied);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approve(CHOI, applied).code()).isEqualTo("proposal-not-open");
        var shop = town.getAfter(approved, "merchant:꽃집", path("/merchants", "꽃집"));
        assertThat(shop.body().path("trade").asString()).isEqualTo("florist");
        assertThat(town.get(YOUNGHEE, location(applied)).body().path("state").asString())
                .isEqualTo("approved");
        assertThat(town.count("ledger.event where stream = 'merchant/꽃집'")).isEqualTo(1);
    }

    @Test
    void aRejectionNamesTheRule() throws Exception {
        var applied = applies(CHOI.replace("최주무", "한주무"), "밥집", "restaurant");

        assertThat(reject(applied, "{\"reason\":\"싫어요\"}").status()).isEqualTo(400);
        assertThat(reject(applied, "{\"reason\":\"싫어요\",\"rule\":\"dislike\"}").status())
                .isEqualTo(400);
        String key = key();
        String body = "{\"reason\":\"실제 매장은 시 밖에 있습니다\",\"rule\":\"out-of-district\"}";
        var rejected = town.post(CHOI, decision(applied, "rejection"), key, body);
        assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
        assertThat(rejected.body().path("rule").asString()).isEqualTo("out-of-district");
        assertThat(town.post(CHOI, decision(applied, "rejection"), key, body).body())
                .isEqualTo(rejected.body());
        assertThat(town.post(CHOI, decision(applied, "rejection"), key, body.replace("out-of-district", "barred"))
                        .code())
                .isEqualTo("id-reused");
        assertThat(approve(CHOI, applied).code()).isEqualTo("proposal-not-open");
        assertThat(town.count("ledger.event where stream = 'merchant/밥집'")).isZero();
    }

    @Test
    void theLedgerHasTheLastWord() throws Exception {
        var applied = applies(OPERATOR, "도박장", "gambling");

        assertThat(approve(CHOI, applied).code()).isEqualTo("excluded-trade");
        var seen = town.get(CHOI, location(applied)).body();
        assertThat(seen.path("state").asString()).isEqualTo("proposed");
        assertThat(seen.path("refusal").asString()).isEqualTo("excluded-trade");
    }

    @Test
    void whatIsDueStandsInTheListTheOldestFirst() throws Exception {
        var late = applies(OPERATOR, "늦은집", "cafe");
        var fresh = applies(OPERATOR, "새집", "cafe");
        assertThat(town.get(CHOI, "/merchant-applications?state=proposed")
                        .body()
                        .toString())
                .contains("늦은집", "새집")
                .contains("\"overdue\":false");
        assertThat(town.get(CHEOLSU, "/merchant-applications").body().path("items"))
                .isEmpty();
        assertThat(town.get(CHEOLSU, location(late)).code()).isEqualTo("not-found");
        assertThat(town.get(AUDITOR, location(fresh))
                        .body()
                        .path("application")
                        .path("merchant")
                        .asString())
                .isEqualTo("새집");
    }

    @Test
    void residentsApplyForThemselvesAndNotWithoutEnd() throws Exception {
        String cheolsu = SHOP.replace("영희", "철수");
        assertThat(town.post(CHEOLSU, "/merchant-applications", SHOP.formatted("남의집", "cafe"))
                        .code())
                .isEqualTo("not-allowed");
        assertThat(town.post(
                                CHEOLSU,
                                "/merchant-applications",
                                cheolsu.formatted("a", "cafe").replace("[\"철수\"]", "[\"철수\",\"영희\"]"))
                        .code())
                .isEqualTo("not-allowed");
        for (String who : new String[] {AUDITOR, BAKERY, "manager:김기금"}) {
            assertThat(town.post(who, "/merchant-applications", cheolsu.formatted("a", "cafe"))
                            .code())
                    .isEqualTo("not-allowed");
        }
        String key = key();
        for (String shop : new String[] {"a", "b"}) {
            town.post(CHEOLSU, "/merchant-applications", cheolsu.formatted(shop, "cafe"));
        }
        var third = town.post(CHEOLSU, "/merchant-applications", key, cheolsu.formatted("c", "cafe"));
        assertThat(third.status()).isEqualTo(201);
        assertThat(town.post(CHEOLSU, "/merchant-applications", cheolsu.formatted("d", "cafe"))
                        .code())
                .isEqualTo("too-many-open");
        assertThat(town.post(CHEOLSU, "/merchant-applications", key, cheolsu.formatted("c", "cafe"))
                        .body())
                .as("repeated")
                .isEqualTo(third.body());
        assertThat(town.post(CHEOLSU, decision(third, "withdrawal"), "").status())
                .isEqualTo(200);
        assertThat(town.post(CHEOLSU, "/merchant-applications", cheolsu.formatted("d", "cafe"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobodyDecidesOnTheirOwnShop() throws Exception {
        var own = applies(CHOI, "내집", "cafe");
        assertThat(approve(CHOI, own).code()).isEqualTo("same-person");
        assertThat(approve("officer:영희", own).code()).isEqualTo("beneficiary");
        assertThat(approve(OPERATOR, own).code()).isEqualTo("not-allowed");
    }

    @Test
    void anApplicationIsWholeOrNone() throws Exception {
        var invalid = town.post(CHOI, "/merchant-applications", "{\"merchant\":\"x\",\"dong\":\"강나루동\"}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body().path("errors").toString()).contains("/trade", "/annualSales", "/inDistrict");
    }
}
