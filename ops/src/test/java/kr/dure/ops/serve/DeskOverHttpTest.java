package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer takes people and shops in, and stops them when need be. */
class DeskOverHttpTest {
    private static final String OFFICER = "officer:최주무";
    private static final String MINSU = """
            {"wallet":"민수","holder":"resident","dong":"느티나무동","person":"%s","birthDate":"2001-05-05"}""";
    private static final String FLORIST = """
            {"merchant":"꽃집","dong":"강나루동","trade":"%s","annualSales":50000000,"inDistrict":%s,"owners":["영희"]}""";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply see(String who, Reply made) throws Exception {
        return town.get(
                who,
                made.header("Location").substring("/api/v1".length()),
                "Dure-Position",
                made.header("Dure-Position"));
    }

    @Test
    void aWalletIsOpenedOnceForAPersonAndUsedByItsHolder() throws Exception {
        String key = key();
        var opened = town.post(OFFICER, "/wallets", key, MINSU.formatted("p-민수"));

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(town.post(OFFICER, "/wallets", key, MINSU.formatted("p-민수")).body())
                .as("repeated")
                .isEqualTo(opened.body());
        assertThat(see("resident:민수", opened).body().path("holder").asString()).isEqualTo("resident");
        assertThat(town.post(OFFICER, "/wallets", MINSU.formatted("p-민수")).code())
                .isEqualTo("wallet-exists");
        assertThat(town.post(OFFICER, "/wallets", MINSU.formatted("p-민수").replace("민수\",\"holder", "민수2\",\"holder"))
                        .code())
                .isEqualTo("person-has-wallet");
        assertThat(town.post("resident:민수", "/time-bank/members", "{\"wallet\":\"민수\"}")
                        .status())
                .as("old enough, as the vault knows")
                .isEqualTo(201);
    }

    @Test
    void aResidentNeedsAProofOfWhoItIs() throws Exception {
        var invalid = town.post(OFFICER, "/wallets", "{\"wallet\":\"누구\",\"holder\":\"resident\",\"dong\":\"느티나무동\"}");

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body().path("errors").toString()).contains("/person");
    }

    @Test
    void aFrozenWalletGivesNothingAway() throws Exception {
        var frozen = town.post(OFFICER, wallet("영희") + "/freeze", "");
        assertThat(frozen.status()).as(frozen.toString()).isEqualTo(201);
        assertThat(frozen.body().path("frozen").asBoolean()).isTrue();
        String pay = "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":1}";
        assertThat(town.post(YOUNGHEE, "/payments", pay).code()).isEqualTo("wallet-frozen");
        assertThat(see(YOUNGHEE, frozen).body().path("frozen").asBoolean()).isTrue();

        assertThat(town.post(OFFICER, wallet("영희") + "/unfreeze", "").status()).isEqualTo(201);
        assertThat(town.post(YOUNGHEE, "/payments", pay).status()).isEqualTo(201);
        assertThat(town.post(OFFICER, wallet("없음") + "/freeze", "").code()).isEqualTo("wallet-unknown");
    }

    @Test
    void aMerchantIsTakenInSuspendedAndReinstated() throws Exception {
        var registered = town.post(OFFICER, "/merchants", FLORIST.formatted("florist", true));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        var seen = see("merchant:꽃집", registered);
        assertThat(seen.body().path("trade").asString()).isEqualTo("florist");
        assertThat(seen.body().path("open").asLong()).isZero();
        assertThat(see(BAKERY, registered).code())
                .as("a shop sees itself alone")
                .isEqualTo("not-allowed");
        String pay = "{\"wallet\":\"영희\",\"merchant\":\"꽃집\",\"amount\":1}";
        assertThat(town.post(YOUNGHEE, "/payments", pay).code()).as("its owner").isEqualTo("own-merchant");

        String florist = "/merchants/" + wallet("꽃집").substring("/wallets/".length());
        assertThat(town.post(OFFICER, florist + "/suspension", "").status()).isEqualTo(201);
        assertThat(town.post(YOUNGHEE, "/payments", pay).code()).isEqualTo("merchant-suspended");
        var reinstated = town.post(OFFICER, florist + "/reinstatement", "");
        assertThat(see(OFFICER, reinstated).body().path("suspended").asBoolean())
                .isFalse();
        assertThat(town.post(
                                OFFICER,
                                "/merchants",
                                FLORIST.formatted("gambling", true).replace("꽃집", "도박장"))
                        .code())
                .isEqualTo("excluded-trade");
        assertThat(town.post(
                                OFFICER,
                                "/merchants",
                                FLORIST.formatted("florist", false).replace("꽃집", "먼꽃집"))
                        .code())
                .isEqualTo("out-of-district");
    }

    @Test
    void thisIsAnOfficersDesk() throws Exception {
        for (String who : List.of(YOUNGHEE, BAKERY, "auditor:박감사", "manager:김기금")) {
            assertThat(town.post(who, "/wallets", MINSU.formatted("x")).code()).isEqualTo("not-allowed");
            assertThat(town.post(who, "/merchants", FLORIST.formatted("florist", true))
                            .code())
                    .isEqualTo("not-allowed");
            assertThat(town.post(who, wallet("영희") + "/freeze", "").code()).isEqualTo("not-allowed");
        }
    }

    @Test
    void shopsAreFoundByEverybodyAndWalletsByTheDeskAlone() throws Exception {
        var shops = town.get(YOUNGHEE, "/merchants?trade=bakery");
        assertThat(shops.status()).as(shops.toString()).isEqualTo(200);
        assertThat(shops.body().path("items").toString())
                .contains("두레빵집")
                .doesNotContain("찻집")
                .doesNotContain("\"open\"");
        assertThat(town.get(YOUNGHEE, "/merchants?cursor=" + segment("두레빵집"))
                        .body()
                        .path("items")
                        .toString())
                .contains("찻집")
                .doesNotContain("두레빵집");

        assertThat(town.get(OFFICER, "/wallets?dong=" + segment("느티나무동"))
                        .body()
                        .path("items")
                        .toString())
                .contains("영희", "철수");
        assertThat(town.get(OFFICER, "/wallets?dong=" + segment("없는동")).body().path("items"))
                .isEmpty();
        assertThat(town.get(YOUNGHEE, "/wallets").code()).isEqualTo("not-allowed");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        var before = town.get(HttpTown.CHEOLSU, wallet("철수"));
        String tag = before.header("ETag");
        assertThat(tag).isNotEmpty();
        var elsewhere = town.post(YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"찻집\",\"amount\":1}");

        var same = town.get(
                HttpTown.CHEOLSU,
                wallet("철수"),
                "If-None-Match",
                tag,
                "Dure-Position",
                elsewhere.header("Dure-Position"));
        assertThat(same.status()).isEqualTo(304);

        var frozen = town.post(OFFICER, wallet("철수") + "/freeze", "");
        assertThat(town.get(
                                HttpTown.CHEOLSU,
                                wallet("철수"),
                                "If-None-Match",
                                tag,
                                "Dure-Position",
                                frozen.header("Dure-Position"))
                        .status())
                .isEqualTo(200);
        town.post(OFFICER, wallet("철수") + "/unfreeze", "");
    }

    private static String segment(String name) {
        return wallet(name).substring("/wallets/".length());
    }
}
