package kr.dure.core.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What goes back of an incentive, and to whom. */
class IncentiveTest {
    private static final OperationId CHARGE = new OperationId("c");

    private static Incentive given(long nation, long city, long resident) {
        return Incentive.given(CHARGE, Won.of(nation), Won.of(city), Won.of(resident), Instant.EPOCH);
    }

    private static GoneBack back(long nation, long city, long resident, long expired) {
        return new GoneBack(CHARGE, Won.of(nation), Won.of(city), Won.of(resident), Won.of(expired));
    }

    @Test
    void theNationHasBackItsShareOfAllThatWentBackRoundedDown() {
        var incentive = given(3, 7, 0);

        var first = incentive.giveBack(Won.of(3));
        var second = incentive.after(first).giveBack(Won.of(4));

        assertThat(first).isEqualTo(back(0, 3, 0, 0));
        assertThat(second).isEqualTo(back(2, 2, 0, 0));
    }

    @Test
    void whatExceedsTheIncentiveGoesToTheOperatingAccount() {
        assertThat(given(3, 7, 0).giveBack(Won.of(12))).isEqualTo(back(3, 7, 0, 2));
        assertThat(given(0, 0, 0).giveBack(Won.of(5))).isEqualTo(back(0, 0, 0, 5));
    }

    @Test
    void aCashbackPotGivesBackNoMoreThanTheResidentStillHas() {
        var incentive = given(30, 70, 80);
        var refunded = incentive.after(incentive.giveBack(Won.of(10), Won.of(40)));

        assertThat(refunded.giveBackCashback(Won.of(60))).isEqualTo(back(12, 28, 40, 20));
    }

    @Property
    void noPayerEverGetsBackMoreThanItGave(
            @ForAll @LongRange(min = 0, max = 1_000_000) long total,
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 300_000) Integer> amounts) {
        var incentive = given(total * 30 / 100, total - total * 30 / 100, 0);
        long expired = 0;
        for (int amount : amounts) {
            var back = incentive.giveBack(Won.of(amount));
            assertThat(back.nation().value()).isNotNegative();
            assertThat(back.city().value()).isNotNegative();
            assertThat(back.total().plus(back.expired())).isEqualTo(Won.of(amount));
            expired += back.expired().value();
            incentive = incentive.after(back);
        }
        long all = amounts.stream().mapToLong(Integer::longValue).sum();
        assertThat(incentive.goneBack().value()).isEqualTo(Math.min(all, total));
        assertThat(expired).isEqualTo(Math.max(0, all - total));
        assertThat(incentive.nationBack().value())
                .isLessThanOrEqualTo(incentive.nation().value());
    }
}
