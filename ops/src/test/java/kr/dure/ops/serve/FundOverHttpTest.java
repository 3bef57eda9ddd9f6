package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Anybody sees what came into the fund, and what became of it. */
class FundOverHttpTest {
    private static final String CHOI = "officer:최주무";

    private static HttpTown town;
    private static Reply approved;

    @BeforeAll
    static void fill(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        town.post(CHOI, "/wallets", "{\"wallet\":\"마을정원\",\"holder\":\"institution\",\"dong\":\"느티나무동\"}");
        town.post(YOUNGHEE, "/donations", "{\"wallet\":\"영희\",\"amount\":5000,\"account\":\"city\"}");
        town.post(YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":1000}");
        var proposed = town.post(
                "manager:김기금", "/fund/disbursements", "{\"account\":\"city\",\"wallet\":\"마을정원\",\"amount\":100}");
        approved = town.post(
                CHOI,
                "/proposals/" + proposed.body().path("proposal").asString() + "/approval",
                "{\"digest\":\"" + proposed.body().path("digest").asString() + "\"}");
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static JsonNode see(String account) throws Exception {
        return town.getAfter(approved, CHEOLSU, path("/fund/accounts", account)).body();
    }

    @Test
    void anAccountIsTheSumOfItsNamedFlows() throws Exception {
        var city = see("city");

        assertThat(city.path("balance").asLong()).isEqualTo(4_900);
        assertThat(city.path("spent").asLong()).isEqualTo(100);
        assertThat(city.path("inflow").asLong()).isEqualTo(5_000);
        assertThat(city.path("flows").toString())
                .isEqualTo("[{\"event\":\"wallet.Donated\",\"in\":5000,\"out\":0},"
                        + "{\"event\":\"wallet.ProjectFunded\",\"in\":0,\"out\":100}]");
        var dong = see("강나루동");
        assertThat(dong.path("flows").toString()).isEqualTo("[{\"event\":\"wallet.MerchantPaid\",\"in\":5,\"out\":0}]");
        assertThat(dong.path("balance").asLong()).isEqualTo(5);
    }

    @Test
    void allAccountsAreListed() throws Exception {
        var all = town.getAfter(approved, CHEOLSU, "/fund/accounts").body();

        assertThat(all.path("items")
                        .valueStream()
                        .map(account -> account.path("account").asString()))
                .containsExactlyInAnyOrder("city", "느티나무동", "강나루동");
    }

    @Test
    void anAccountThatIsNoneIsNotFound() throws Exception {
        assertThat(see("달나라동").path("code").asString()).isEqualTo("account-unknown");
    }
}
