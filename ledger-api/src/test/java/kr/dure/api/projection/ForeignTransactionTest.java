package kr.dure.api.projection;

import static kr.dure.api.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import kr.dure.api.Town;
import kr.dure.api.audit.Verification;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletCommand.UnfreezeWallet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody's transaction stays open for long while events are appended. Here no processor skips an event, since positions
 * are given by the one writer, in the order of its commits. In Axon's own store they are given by a sequence, before the
 * commit: who commits late has a number that others have gone past, and once that gap has timed out nobody looks again.
 */
class ForeignTransactionTest {
    /** A pay-out to a village. Beyond 250 gaps the stock engine tidies them up. */
    private static final int EVENTS = 300;

    @Test
    void isSkippedByTheStockEngineAndNotHere() throws Exception {
        try (var town = new Town().withItsPeople();
                var stock = new StockTracking(town.database(), 500)) {
            staysOpen(town, stock, Duration.ofSeconds(3));
        }
    }

    @Test
    @Tag("long")
    void isSkippedByTheStockEngineAsItComesInTwoMinutesAndNotHere() throws Exception {
        try (var town = new Town().withItsPeople();
                var stock = new StockTracking(town.database())) {
            staysOpen(town, stock, Duration.ofMinutes(2));
        }
    }

    private static void staysOpen(Town town, StockTracking stock, Duration open) throws Exception {
        try (var foreign = town.database().admin().getConnection()) {
            List<String> late = begin(foreign, stock);
            long start = System.nanoTime();
            await().atMost(open.plusMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        stock.append();
                        freezesAndUnfreezes(town);
                        return System.nanoTime() - start > open.toNanos();
                    });
            town.settled(); // while it is still open
            assertThat(town.projector().position()).isEqualTo(town.log().head());
            foreign.commit();

            freezesAndUnfreezes(town);
            town.settled();
            assertThat(new Verification(
                                    town.log(), Town.codec(), town.database().app())
                            .run()
                            .differences())
                    .isEmpty();

            String last = stock.append();
            await().atMost(Duration.ofSeconds(30)).until(() -> stock.handled().contains(last));
            assertThat(stock.stored()).isGreaterThan(EVENTS);
            assertThat(stock.handled())
                    .as("all of them are stored, and the tracking of the stock engine has gone past them")
                    .doesNotContainAnyElementsOf(late);
        }
    }

    /** It has written something, so that it has a transaction id, and events of the stock engine, with their numbers. */
    private static List<String> begin(Connection foreign, StockTracking stock) throws Exception {
        foreign.setAutoCommit(false);
        try (var statement = foreign.createStatement()) {
            statement.execute("create table somebodys_work as select count(*) as seen from ledger.event");
        }
        return stock.appendIn(foreign, EVENTS);
    }

    private static void freezesAndUnfreezes(Town town) {
        town.does(new FreezeWallet(YOUNGHEE));
        town.does(new UnfreezeWallet(YOUNGHEE));
    }
}
