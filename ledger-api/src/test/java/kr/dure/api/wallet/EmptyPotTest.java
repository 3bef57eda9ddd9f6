package kr.dure.api.wallet;

import static kr.dure.api.Town.BAKERY;
import static kr.dure.api.Town.CHEOLSU;
import static kr.dure.api.Town.OCTOBER_1;
import static kr.dure.api.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.dure.api.Town;
import kr.dure.api.audit.Verification;
import org.junit.jupiter.api.Test;

/** A pot that was spent can be restored by a refund for ninety days. */
class EmptyPotTest {
    @Test
    void staysAsLongAsARefundMayRestoreItAndGoesTheDayAfter() throws Exception {
        try (var town = new Town().withItsPeople()) {
            town.charges(YOUNGHEE, 10_000);
            town.pays(YOUNGHEE, BAKERY, 10_000);
            var kept = town.settled().database().rows("select remaining from read.pot where wallet = '영희'");

            town.at(OCTOBER_1.plus(Duration.ofDays(90))).charges(CHEOLSU, 5_000);
            var lastDay = town.settled().database().rows("select remaining from read.pot where wallet = '영희'");
            town.at(OCTOBER_1.plus(Duration.ofDays(91))).charges(CHEOLSU, 5_000);
            var after = town.settled().database().rows("select remaining from read.pot where wallet = '영희'");

            assertThat(kept).containsExactly("(0)");
            assertThat(lastDay).containsExactly("(0)");
            assertThat(after).isEmpty();
            assertThat(new Verification(
                                    town.log(), Town.codec(), town.database().app())
                            .run()
                            .differences())
                    .isEmpty();
        }
    }
}
