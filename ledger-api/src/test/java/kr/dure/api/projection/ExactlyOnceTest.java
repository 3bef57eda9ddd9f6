package kr.dure.api.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.TestDatabase;
import kr.dure.api.Town;
import kr.dure.api.audit.Verification;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.PostgresLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event counts once, wherever the connection of a projector breaks off. */
class ExactlyOnceTest {
    private static final EventCodec CODEC = Town.codec();

    private static TestDatabase busy;

    @BeforeAll
    static void runATown() throws Exception {
        try (var town = BusyTown.open()) {
            busy = town.database();
        }
    }

    private static void everythingAgrees(TestDatabase database, PostgresLog log) throws SQLException {
        assertThat(new Verification(log, CODEC, database.app()).run().differences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheConnectionBreaks(boolean afterwards) throws Exception {
        var database = busy.copy();
        try (var log = database.log()) {
            boolean broken = true;
            for (int at = 1; broken; at += 5) {
                database.forget();
                var faulty = new FaultyDatabase(database.app(), at, afterwards);
                var group = ReadSide.money(log, CODEC, ReadSide.SCHEMA);
                try (var projector = new Projector(
                                group, faulty.asDataSource(), ProjectionMetrics.NONE, Pace.USUAL.withBatch(15))
                        .start()) {
                    await().pollInterval(Duration.ofMillis(2))
                            .atMost(Duration.ofSeconds(30))
                            .until(() -> projector.awaitPosition(log.head(), Duration.ZERO));
                }
                broken = faulty.hasBroken();
                everythingAgrees(database, log);
            }
        }
    }

    @Test
    void howeverOftenTheServerEndsItsSessions() throws Exception {
        var database = busy.copy();
        var chance = new Random(20261020);
        try (var log = database.log()) {
            for (int round = 0; round < 5; round++) {
                database.forget();
                var group = ReadSide.money(log, CODEC, ReadSide.SCHEMA);
                try (var projector =
                        new Projector(group, database.app(), ProjectionMetrics.NONE, Pace.USUAL.withBatch(2)).start()) {
                    long target = 1 + chance.nextLong(log.head());
                    await().pollInterval(Duration.ofMillis(1)).until(() -> projector.position() >= target);
                    database.damage("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                            + " where datname = current_database() and usename = 'app'");
                    await().until(() -> projector.awaitPosition(log.head(), Duration.ofMillis(100)));
                }
                everythingAgrees(database, log);
            }
        }
    }
}
