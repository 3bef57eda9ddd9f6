package kr.dure.api.projection;

import static kr.dure.api.Town.BAKERY;
import static kr.dure.api.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.TestDatabase;
import kr.dure.api.Town;
import kr.dure.api.projection.ProjectorState.Following;
import kr.dure.api.projection.ProjectorState.Halted;
import kr.dure.api.projection.ProjectorState.Leading;
import kr.dure.core.eventlog.PostgresLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A projector follows a log, whatever happens to it. */
class ProjectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private static TestDatabase busy;

    private final List<AutoCloseable> open = new ArrayList<>();
    private TestDatabase database;
    private PostgresLog log;

    @BeforeAll
    static void runATown() throws Exception {
        try (var town = BusyTown.open()) {
            busy = town.database();
        }
    }

    @BeforeEach
    void takeACopy() throws SQLException {
        database = busy.copy();
        database.forget();
        log = database.log();
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        log.close();
    }

    private Projector projector() {
        return projector(ProjectionMetrics.NONE);
    }

    private Projector projector(ProjectionMetrics metrics) {
        var projector = new Projector(
                ReadSide.money(log, Town.codec(), ReadSide.SCHEMA), database.app(), metrics, Pace.USUAL.withBatch(4));
        open.add(projector);
        return projector.start();
    }

    /** The first batch that it has written stops it, outside of a transaction, until it may go on. */
    private Projector stoppedOnceItLeads(CountDownLatch stopped, CountDownLatch mayGoOn) {
        var stopping = new ProjectionMetrics() {
            @Override
            public void written(int events, long nanos) {
                stopped.countDown();
                try {
                    mayGoOn.await();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        var group = ReadSide.money(log, Town.codec(), ReadSide.SCHEMA);
        var projector = new Projector(
                group, database.app(), stopping, Pace.USUAL.withBatch(4).withSilence(Duration.ofSeconds(2)));
        open.add(projector);
        return projector.start();
    }

    @Test
    void isFollowedByAnotherWhenItHasStoppedAndFollowsThatOneWhenItGoesOn() throws Exception {
        var stopped = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var first = stoppedOnceItLeads(stopped, mayGoOn);
        stopped.await();

        var second = projector();
        awaitHead(second);
        assertThat(second.state()).isEqualTo(new Leading());

        mayGoOn.countDown();
        awaitHead(first);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(first.state()).isEqualTo(new Following()));
    }

    @Test
    void staysTheLeaderThoughThereIsNothingToDo() throws Exception {
        var group = ReadSide.money(log, Town.codec(), ReadSide.SCHEMA);
        var idle = new Projector(
                group, database.app(), ProjectionMetrics.NONE, Pace.USUAL.withSilence(Duration.ofSeconds(2)));
        open.add(idle);
        awaitHead(idle.start());

        await().during(Duration.ofSeconds(4))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(idle.state()).isEqualTo(new Leading()));
    }

    private void awaitHead(Projector projector) throws InterruptedException {
        assertThat(projector.awaitPosition(log.head(), PATIENCE)).isTrue();
    }

    private List<String> tables() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : ReadSide.MONEY_TABLES) {
            all.add(table);
            all.addAll(database.rows("select * from read." + table + " t order by t::text"));
        }
        return all;
    }

    @Nested
    class ThatRuns {
        @Test
        void takesInEachEventAndSaysSo() throws Exception {
            var written = new java.util.concurrent.atomic.AtomicInteger();
            var projector = projector(new ProjectionMetrics() {
                @Override
                public void written(int events, long nanos) {
                    written.addAndGet(events);
                }
            });

            awaitHead(projector);

            assertThat(projector.position()).isEqualTo(log.head());
            assertThat(projector.state()).isEqualTo(new Leading());
            await().untilAsserted(() -> assertThat(written).hasValue((int) log.head()));
        }

        @Test
        void letsNobodyWaitLongerThanAsked() throws Exception {
            var projector = projector();

            assertThat(projector.awaitPosition(log.head() + 1, AT_ONCE)).isFalse();
        }

        @Test
        void letsABatchGrowUntilSomebodyWaitsForIt() throws Exception {
            long head = log.head();
            var there = new AtomicLong(head - 1);
            LogPages growing = (after, limit) -> log.read(after, limit).stream()
                    .filter(event -> event.position() <= there.get())
                    .toList();
            var group = ReadSide.money(growing, Town.codec(), ReadSide.SCHEMA);
            var pace = Pace.USUAL.withGather(Duration.ofDays(1));
            var projector = new Projector(group, database.app(), ProjectionMetrics.NONE, pace);
            open.add(projector);
            projector.start();
            await().atMost(PATIENCE).until(() -> projector.position() == head - 1);

            there.set(head);
            projector.wake();
            projector.awaitNews(head - 1, Duration.ofMillis(300));

            assertThat(projector.position()).isEqualTo(head - 1);
            assertThat(projector.awaitPosition(head, PATIENCE)).isTrue();
            projector.awaitNews(head - 1, PATIENCE);
        }

        @Test
        void giveTheSameTablesWhateverTheBatches() throws Exception {
            awaitHead(projector());
            var inBatches = tables();
            var other = busy.copy();

            database = other;

            assertThat(inBatches).isEqualTo(tables());
        }

        @Test
        void leadsAloneWhileOthersFollowAndOneOfThemTakesOver() throws Exception {
            var first = projector();
            awaitHead(first);
            var second = projector();
            awaitHead(second);
            assertThat(second.state()).isEqualTo(new Following());

            first.close();

            await().untilAsserted(() -> assertThat(second.state()).isEqualTo(new Leading()));
        }
    }

    @Nested
    class AnEventThatCannotBeTakenIn {
        private long damaged;

        @BeforeEach
        void damageOne() throws SQLException {
            damaged = Long.parseLong(
                    database.rows("select min(position) from ledger.event where type = 'timebank.HelpReceived'")
                            .getFirst()
                            .replaceAll("\\D", ""));
            database.damage("alter table ledger.event add column kept text; update ledger.event set kept = payload,"
                    + " payload = 'no JSON' where position = " + damaged);
        }

        private void repair() throws SQLException {
            database.damage("update ledger.event set payload = kept where kept is not null");
        }

        private Halted halted(Projector projector) {
            await().until(() -> projector.state() instanceof Halted);
            return (Halted) projector.state();
        }

        @Test
        void haltsEverythingAfterItAndNothingBeforeIt() throws Exception {
            var alarms = new ArrayList<Poison>();
            var projector = projector(new ProjectionMetrics() {
                @Override
                public void halted(Poison poison) {
                    alarms.add(poison);
                }
            });

            var state = halted(projector);

            assertThat(state.position()).isEqualTo(damaged);
            assertThat(state.error()).startsWith("the projection cannot take in position " + damaged);
            assertThat(projector.position()).isEqualTo(damaged - 1);
            assertThat(projector.awaitPosition(damaged, PATIENCE)).isFalse();
            assertThat(alarms).hasSize(1);
            assertThat(database.rows(
                            "select position, halted_at, error like '%no%' from read.projection where name = 'money'"))
                    .containsExactly("(" + (damaged - 1) + "," + damaged + ",t)");
        }

        @Test
        void isTriedAgainAfterARepair() throws Exception {
            var projector = projector();
            halted(projector);

            repair();
            projector.resume();

            await().until(() -> projector.state() instanceof Leading);
            awaitHead(projector);
            assertThat(database.rows("select halted_at, error from read.projection where name = 'money'"))
                    .containsExactly("(,)");
        }

        @Test
        void isTriedAgainAfterARestart() throws Exception {
            var before = projector();
            halted(before);
            before.close();
            assertThat(halted(projector()).position()).isEqualTo(damaged);
            open.removeLast().close();

            repair();

            awaitHead(projector());
        }

        @Test
        void haltsThoseWhoFollowToo() throws Exception {
            halted(projector());

            assertThat(halted(projector()).position()).isEqualTo(damaged);
        }
    }

    @Test
    void anEventThatTheTablesDoNotFitIsPoisonTooAndWhatComesBeforeItIsKept() throws Exception {
        try (var town = new Town().withItsPeople()) {
            town.charges(YOUNGHEE, 10_000);
            town.settled().database().damage("delete from read.pot");
            long before = town.log().head();

            town.charges(YOUNGHEE, 20_000);
            town.pays(YOUNGHEE, BAKERY, 1_000);

            await().until(() -> town.projector().state() instanceof Halted);
            assertThat(town.projector().position()).isEqualTo(before + 1);
            assertThat(((Halted) town.projector().state()).error()).contains("0 pots found of [영희/1]");
        }
    }
}
