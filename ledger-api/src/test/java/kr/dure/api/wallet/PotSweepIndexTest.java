package kr.dure.api.wallet;

import static kr.dure.api.Town.CHEOLSU;
import static kr.dure.api.Town.HALL;
import static kr.dure.api.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import kr.dure.api.BusyTown;
import kr.dure.api.Town;
import kr.dure.core.eventlog.LogUnavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PotSweepIndexTest {
    private static Town town;

    @BeforeAll
    static void runATown() throws Exception {
        town = BusyTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static PotSweepIndex index(Duration patience) {
        return new PotSweepIndex(town.database().app(), town.projector(), patience);
    }

    @Test
    void findsThoseWithMoneyInAPotThatHasExpired() {
        var index = index(Duration.ofSeconds(60));
        long head = town.log().head();

        // Cashback lasts a year, the rest five.
        assertThat(index.expiredBefore(LocalDate.parse("2027-10-20"), head)).isEmpty();
        assertThat(index.expiredBefore(LocalDate.parse("2027-10-21"), head)).containsExactly(YOUNGHEE);
        assertThat(index.expiredBefore(LocalDate.parse("2031-10-21"), head))
                .containsExactlyInAnyOrder(YOUNGHEE, CHEOLSU, HALL);
    }

    @Test
    void givesNoAnswerThatIsOlderThanAsked() {
        assertThatThrownBy(() -> index(Duration.ofMillis(1))
                        .expiredBefore(LocalDate.parse("2027-10-21"), town.log().head() + 1))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("the pots are known up to " + town.log().head());
    }
}
