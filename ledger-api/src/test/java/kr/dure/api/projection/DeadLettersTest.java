package kr.dure.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.TestDatabase;
import kr.dure.api.Town;
import kr.dure.core.eventlog.PostgresLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that moves no value puts aside what it cannot take in. The second event of the busiest wallet is damaged. */
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNTS = "select a.day, a.type, a.events from read.activity a order by 1, 2";
    private static final String TRUTH = """
            select (to_timestamp(at / 1e9) at time zone 'Asia/Seoul')::date, type, count(*)
            from ledger.event group by 1, 2 order by 1, 2""";

    private static TestDatabase busy;

    private final List<AutoCloseable> open = new ArrayList<>();
    private TestDatabase database;
    private PostgresLog log;
    private ProjectionGroup group;
    private String stream;
    private List<Long> afterDamage;

    @BeforeAll
    static void runATown() throws Exception {
        try (var town = BusyTown.open()) {
            busy = town.database();
        }
    }

    @BeforeEach
    void damageOne() throws SQLException {
        database = busy.copy();
        database.forget();
        log = database.log();
        group = ReadSide.activity(log, Town.codec());
        stream = single("select stream from ledger.event group by stream order by count(*) desc, stream limit 1");
        afterDamage = database
                .rows("select position from ledger.event where sequence > 0 and stream = '" + stream
                        + "' order by position")
                .stream()
                .map(DeadLettersTest::number)
                .toList();
        database.damage("alter table ledger.event add column kept text; update ledger.event set kept = payload,"
                + " payload = 'no JSON' where position = " + afterDamage.getFirst());
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
        log.close();
    }

    private String single(String sql) throws SQLException {
        return database.rows(sql).getFirst().replaceAll("[()\"]", "");
    }

    private static long number(String row) {
        return Long.parseLong(row.replaceAll("\\D", ""));
    }

    private void repair() throws SQLException {
        database.damage("update ledger.event set payload = kept where kept is not null");
    }

    private Projector project(ProjectionGroup projected) throws InterruptedException {
        var projector =
                new Projector(projected, database.app(), ProjectionMetrics.NONE, Pace.USUAL.withBatch(4)).start();
        open.add(projector);
        return projector;
    }

    private void projectAll() throws InterruptedException {
        assertThat(project(group).awaitPosition(log.head(), PATIENCE)).isTrue();
    }

    private List<DeadLetter> letters() throws SQLException {
        try (var connection = database.app().getConnection()) {
            return group.deadLetters(connection);
        }
    }

    @Test
    void theStreamIsPutAsideFromThereOnAndTheOthersGoOn() throws Exception {
        projectAll();

        assertThat(afterDamage).hasSizeGreaterThan(3);
        assertThat(letters()).extracting(DeadLetter::position).containsExactlyElementsOf(afterDamage);
        assertThat(letters()).extracting(DeadLetter::stream).containsOnly(stream);
        assertThat(letters()).extracting(DeadLetter::attempts).startsWith(1, 0).doesNotContain(2);
        assertThat(letters().getFirst().error()).startsWith("the projection cannot take in position ");
        assertThat(number(single("select sum(events) from read.activity"))).isEqualTo(log.head() - afterDamage.size());
    }

    @Test
    void moneyStandsStillBeforeIt() throws Exception {
        var money = project(ReadSide.money(log, Town.codec(), ReadSide.SCHEMA));

        assertThat(money.awaitPosition(log.head(), PATIENCE)).isFalse();

        assertThat(money.state()).isInstanceOf(ProjectorState.Halted.class);
    }

    @Test
    void afterARepairAllOfThemAreTakenIn() throws Exception {
        projectAll();
        repair();

        assertThat(new Retry(group, database.app()).run()).isEqualTo(new Retry.Result(afterDamage.size(), 0));

        assertThat(letters()).isEmpty();
        assertThat(database.rows(COUNTS)).isEqualTo(database.rows(TRUTH));
    }

    @Test
    void withoutARepairNothingIsTakenInAndTheAttemptIsCounted() throws Exception {
        projectAll();
        var before = database.rows(COUNTS);

        assertThat(new Retry(group, database.app()).run()).isEqualTo(new Retry.Result(0, afterDamage.size()));

        assertThat(letters()).extracting(DeadLetter::attempts).startsWith(2, 0);
        assertThat(database.rows(COUNTS)).isEqualTo(before);
    }

    @Test
    void aProjectorThatRunsLearnsThatTheStreamIsFreeAgain() throws Exception {
        long end = log.head();
        var first = new ProjectionGroup(
                "activity",
                ReadSide.SCHEMA,
                OnPoison.PARK,
                (position, limit) -> LogPages.upTo(Math.min(end, allowed), log).after(position, limit),
                Town.codec(),
                () -> List.of(new kr.dure.api.activity.ActivityChanges()));
        allowed = afterDamage.get(1);
        var projector = project(first);
        assertThat(projector.awaitPosition(allowed, PATIENCE)).isTrue();
        assertThat(letters()).hasSize(2);
        repair();
        new Retry(group, database.app()).run();

        allowed = end;

        assertThat(projector.awaitPosition(end, PATIENCE)).isTrue();
        assertThat(letters()).isEmpty();
        assertThat(database.rows(COUNTS)).isEqualTo(database.rows(TRUTH));
    }

    private volatile long allowed;

    @Test
    void retriedByTwoAtOnceEachIsTakenInOnce() throws Exception {
        projectAll();
        repair();
        var other = new Thread(() -> {
            try {
                new Retry(group, database.app()).run();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        other.start();

        new Retry(group, database.app()).run();
        other.join();

        assertThat(letters()).isEmpty();
        assertThat(database.rows(COUNTS)).isEqualTo(database.rows(TRUTH));
    }
}
