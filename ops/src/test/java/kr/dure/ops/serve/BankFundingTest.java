package kr.dure.ops.serve;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The bank tells of transfers, in whose text the reference of a charge stands somewhere. */
class BankFundingTest extends FundingContract {
    @Override
    Reply comesIn(String key, JsonNode charge, long amount, String deposit) throws Exception {
        return told(key, amount, deposit, charge.path("reference").asString());
    }

    private static Reply told(String key, long amount, String deposit, String text) throws Exception {
        return town.post(
                HttpTown.OPERATOR,
                "/deposits",
                key,
                "{\"deposit\":\"%s\",\"amount\":%d,\"text\":\"%s\"}".formatted(deposit, amount, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"홍길동 %s", "%s/지역화폐", "충전(%s) 감사합니다"})
    void theReferenceStandsAmongOtherWords(String text) throws Exception {
        var charge = request(100);
        String reference = charge.path("reference").asString();
        String inGroups = reference.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})(.{4})", "$1-$2 ");

        var taken = told(HttpTown.key(), 100, HttpTown.key(), text.formatted(inGroups));

        assertThat(taken.body().path("charge")).isEqualTo(charge.path("charge"));
        assertThat(taken.body().path("charged").asLong()).isEqualTo(100);
    }

    @Test
    void whatNamesNoChargeOrTwoGoesBack() throws Exception {
        var one = request(100).path("reference").asString();
        var other = request(100).path("reference").asString();

        for (String text : new String[] {"홍길동", one + " " + other, "1" + one, one.substring(1)}) {
            var taken = told(HttpTown.key(), 100, HttpTown.key(), text);
            assertThat(taken.body().path("reason").asString()).as(text).isEqualTo("UNKNOWN");
            var owed = owed(taken);
            assertThat(owed.path("reason").asString()).isEqualTo("DEPOSIT_UNKNOWN");
            assertThat(owed.has("wallet")).isFalse();
        }
    }
}
