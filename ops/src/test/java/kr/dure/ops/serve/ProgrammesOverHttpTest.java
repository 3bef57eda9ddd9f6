package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officers open programmes, and everybody sees what they pay and what is left. */
class ProgrammesOverHttpTest {
    private static final String OFFICER = "officer:최주무";
    private static final String CARE = """
            {"programme":"%s","kind":"participation","basis":"%s","lines":[{"line":"시비","payer":"city","amount":60000},
            {"line":"도비","payer":"province","amount":40000}],"ratePerHour":12000,"monthlyCap":50000}""";

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
    void aProgrammeIsOpenedOnceAndShown() throws Exception {
        String key = key();
        var opened = town.post(OFFICER, "/programmes", key, CARE.formatted("이웃돌봄", "CONTRIBUTION"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(town.post(OFFICER, "/programmes", key, CARE.formatted("이웃돌봄", "CONTRIBUTION"))
                        .body())
                .isEqualTo(opened.body());

        var seen = town.getAfter(opened, YOUNGHEE, path("/programmes", "이웃돌봄"));
        assertThat(seen.body().path("kind").asString()).isEqualTo("participation");
        assertThat(seen.body().path("amount").asLong()).isEqualTo(100_000);
        assertThat(seen.body().path("left").asLong()).isEqualTo(100_000);
        assertThat(seen.body().path("lines").path(1).path("line").asString()).isEqualTo("도비");
        assertThat(seen.body().path("ratePerHour").asLong()).isEqualTo(12_000);
        assertThat(seen.body().path("monthlyCap").asLong()).isEqualTo(50_000);
        var all = town.get(YOUNGHEE, "/programmes").body().path("items");
        assertThat(all.toString()).contains("이웃돌봄");

        assertThat(town.post(OFFICER, "/programmes", CARE.formatted("이웃돌봄", "CONTRIBUTION"))
                        .code())
                .isEqualTo("programme-exists");
        assertThat(town.post(OFFICER, "/programmes", CARE.formatted("청소", "WAGE"))
                        .code())
                .isEqualTo("wage-not-allowed");
        assertThat(town.get(YOUNGHEE, "/programmes/none").code()).isEqualTo("programme-unknown");
    }

    @Test
    void aCleanHouseShowsItsRatesAndItsDoubleDays() throws Exception {
        var opened = town.post(OFFICER, "/programmes", """
                {"programme":"clean","kind":"clean-house","basis":"CONTRIBUTION","lines":[{"line":"a","payer":"city",
                "amount":1000}],"rates":{"can":240,"pet":200},"doubleOn":["2026-12-05","2026-12-04"]}""");

        var seen = town.getAfter(opened, YOUNGHEE, "/programmes/clean").body();
        assertThat(seen.path("rates").path("can").asLong()).isEqualTo(240);
        assertThat(seen.path("doubleOn").path(0).asString()).isEqualTo("2026-12-04");
        assertThat(seen.has("ratePerHour")).isFalse();
    }

    @Test
    void everyFieldThatIsNotAsItShouldBeIsNamed() throws Exception {
        var noRate = town.post(
                OFFICER, "/programmes", CARE.formatted("x", "CONTRIBUTION").replace("\"ratePerHour\":12000,", ""));
        assertThat(noRate.status()).isEqualTo(400);
        assertThat(noRate.body().path("errors").toString()).contains("/ratePerHour");
        var twice = town.post(
                OFFICER, "/programmes", CARE.formatted("x", "CONTRIBUTION").replace("도비", "시비"));
        assertThat(twice.body().path("errors").toString()).contains("/lines");
        for (String bad : List.of(
                "\"rates\":{\"can\":null}",
                "\"rates\":{}",
                "\"doubleOn\":[\"+999999999-01-01\"]",
                "\"expiresOn\":\"0001-01-01\"",
                "\"monthlyCap\":0",
                "\"colour\":\"red\"")) {
            var refused = town.post(
                    OFFICER, "/programmes", CARE.formatted("x", "CONTRIBUTION").replace("\"monthlyCap\":50000", bad));
            assertThat(refused.status()).as(bad).isEqualTo(400);
        }
        assertThat(town.get(OFFICER, "/programmes/x").code()).isEqualTo("programme-unknown");
    }

    @Test
    void onlyAnOfficerOpensOne() throws Exception {
        for (String who : List.of(YOUNGHEE, AUDITOR, OPERATOR, "manager:김기금", "merchant:두레빵집")) {
            assertThat(town.post(who, "/programmes", CARE.formatted("y", "CONTRIBUTION"))
                            .code())
                    .isEqualTo("not-allowed");
        }
    }
}
