package kr.dure.api.report;

import static kr.dure.api.Town.BAKERY;
import static kr.dure.api.Town.MILL;
import static kr.dure.api.Town.YOUNGHEE;
import static kr.dure.api.Town.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import kr.dure.api.BusyTown;
import kr.dure.api.Town;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of small towns, worked out by hand. */
class TownReportTest {
    private static JsonNode report(Town town) throws SQLException {
        var out = new ByteArrayOutputStream();
        new TownReport(town.settled().database().app()).write(out);
        return json(out.toString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void ofATownInWhichEverythingHasHappened() throws Exception {
        try (var town = BusyTown.open()) {
            assertThat(report(town)).isEqualTo(json("""
                            {
                              "wallets": {
                                "두레회관": {"KRW": {"PROJECT": 1500}, "MINUTE": 45},
                                "영희": {
                                  "KRW": {"CASHBACK": 870, "PURCHASED": 138521}, "POINT": 859, "MINUTE": 255
                                },
                                "철수": {"KRW": {"PURCHASED": 40000}}
                              },
                              "merchants": {
                                "두레빵집": {"open": 29829, "inBatch": 1000, "paid": 600000},
                                "방앗간": {"open": 4975, "inBatch": 0, "paid": 0}
                              },
                              "fund": {"강나루동": 3025, "느티나무동": 4898},
                              "programmes": {
                                "재난지원금": {"a": 930000},
                                "클린하우스": {"a": 98801},
                                "텃밭:2026": {"a": 0, "b": 138620}
                              },
                              "money": {
                                "paidIn": 352000,
                                "paidBack": 10000,
                                "paidToMerchants": 600000,
                                "incentiveNation": 4841,
                                "incentiveCity": 11297,
                                "expiredOperating": 65000
                              },
                              "bagPoints": 240,
                              "trialBalance": {"KRW": 0, "POINT": 0, "MINUTE": 0}
                            }"""));
        }
    }

    @Test
    void ofATownInWhichNothingHasHappenedYet() throws Exception {
        try (var town = new Town()) {
            assertThat(report(town)).isEqualTo(json("""
                            {
                              "wallets": {},
                              "merchants": {},
                              "fund": {},
                              "programmes": {},
                              "money": {
                                "paidIn": 0,
                                "paidBack": 0,
                                "paidToMerchants": 0,
                                "incentiveNation": 0,
                                "incentiveCity": 0,
                                "expiredOperating": 0
                              },
                              "bagPoints": 0,
                              "trialBalance": {"KRW": 0, "POINT": 0, "MINUTE": 0}
                            }"""));
        }
    }

    @Test
    void tellsWhatIsHeldUntilTheLatestOperationEvenARefusedOneFindsItLapsed() throws Exception {
        try (var town = new Town().withItsPeople()) {
            town.at(time("2026-10-01T12:00:00+09:00")).charges(YOUNGHEE, 10_000);
            var hold = town.nextId();
            town.accepted(hold, new PlaceHold(hold, YOUNGHEE, BAKERY, Won.of(3_000)));
            assertThat(report(town).get("wallets").get("영희"))
                    .isEqualTo(json("{\"KRW\": {\"PURCHASED\": 10000}, \"heldKRW\": 3000}"));

            refused(town.at(time("2026-10-01T12:29:59.999999999+09:00")));
            assertThat(report(town).get("wallets").get("영희").has("heldKRW")).isTrue();

            refused(town.at(time("2026-10-01T12:30:00+09:00")));
            assertThat(report(town).get("wallets").get("영희")).isEqualTo(json("{\"KRW\": {\"PURCHASED\": 10000}}"));
        }
    }

    private static void refused(Town town) {
        var id = town.nextId();
        assertThat(town.answer(id, new PayMerchant(id, YOUNGHEE, MILL, Won.of(1))))
                .isInstanceOf(Answer.Refused.class);
    }
}
