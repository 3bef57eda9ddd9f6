package kr.dure.core.eventlog;

import static kr.dure.core.eventlog.SampleBatch.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two nodes over one database; of which at most one can write, whatever breaks. */
class PostgresLeaseTest {
    private LogDatabase database;
    private PostgresLog here;
    private PostgresLog there;

    @BeforeEach
    void twoNodes() throws SQLException {
        database = PostgresServer.durable().emptyLog();
        here = Nodes.node(database);
        there = Nodes.node(database);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static void loses(PostgresLog node, LogBatch batch, long epoch) {
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> node.append(batch, epoch));
    }

    private static void doesNotKnow(PostgresLog node, LogBatch batch, long epoch) {
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> node.append(batch, epoch));
    }

    private CompletableFuture<Throwable> appending(PostgresLog node, LogBatch batch, long epoch) {
        var outcome = new CompletableFuture<Throwable>();
        Thread.ofPlatform().start(() -> {
            try {
                node.append(batch, epoch);
                outcome.complete(null);
            } catch (RuntimeException failure) {
                outcome.complete(failure);
            }
        });
        return outcome;
    }

    @Nested
    class WhoHoldsTheLease {
        @Test
        void isNamedToTheOthers() {
            here.takeLease("node 1 of Changwon");

            assertThatExceptionOfType(LeaseHeld.class)
                    .isThrownBy(() -> there.takeLease("node 2"))
                    .withMessage("the writer's lease is held by node 1 of Changwon");
        }

        @Test
        void isShownToTheOthersUntilItsSessionDies() throws SQLException {
            long epoch = here.takeLease("node 1");
            assertThat(there.lease()).isEqualTo(new Lease(epoch, "node 1"));

            database.killWriter();

            assertThat(there.lease()).isEqualTo(new Lease(epoch, null));
        }

        @Test
        void canGiveItToAnother() {
            long old = here.takeLease("node 1");
            here.append(run(1, "wallet/R1", 0, 1), old);
            here.releaseLease();

            long taken = there.takeLease("node 2");
            there.append(run(2, "wallet/R1", 1, 1), taken);

            loses(here, run(3, "wallet/R1", 2, 1), old);
            assertThat(here.head()).isEqualTo(2);
        }

        @Test
        void givesItUpByClosing() {
            here.takeLease("node 1");
            here.close();

            assertThat(there.takeLease("node 2")).isEqualTo(2);
        }

        @Test
        void losesItWhenItsSessionDiesAndAnotherIsFaster() throws SQLException {
            long old = here.takeLease("node 1");
            database.killWriter();
            long taken = there.takeLease("node 2");
            there.append(run(1, "wallet/R2", 0, 1), taken);

            doesNotKnow(here, run(2, "wallet/R1", 0, 1), old);
            loses(here, run(2, "wallet/R1", 0, 1), old);

            assertThat(here.head()).isEqualTo(1);
            assertThat(here.wholeStream("wallet/R1")).isEmpty();
            there.append(run(2, "wallet/R2", 1, 1), taken);
        }

        @Test
        void keepsItWhenItsSessionDiesAndNobodyIsFaster() throws SQLException {
            long epoch = here.takeLease("node 1");
            database.killWriter();

            doesNotKnow(here, run(1, "wallet/R1", 0, 1), epoch);
            assertThat(here.head()).isZero();
            here.append(run(1, "wallet/R1", 0, 1), epoch);

            assertThatExceptionOfType(LeaseHeld.class).isThrownBy(() -> there.takeLease("node 2"));
            assertThat(here.head()).isEqualTo(1);
        }

        @Test
        void appendsNothingUnderAnOldEpochAlthoughItsSessionLives() throws SQLException {
            long epoch = here.takeLease("node 1");
            LogDatabase.run(database.admin(), "update ledger.lease set epoch = epoch + 1, holder = 'node 2'");

            loses(
                    here,
                    SampleBatch.batch()
                            .event(1, "wallet/R1", 0)
                            .refusal("R")
                            .person("P")
                            .build(),
                    epoch);

            assertThat(database.events()).isZero();
            assertThat(database.number("select count(*) from ledger.refusal")).isZero();
            assertThat(database.number("select count(*) from vault.person")).isZero();
        }

        @Test
        void appendsNothingWhenTheEpochChangesWhileItsAppendWaits() throws Exception {
            long epoch = here.takeLease("node 1");
            CompletableFuture<Throwable> outcome;
            try (var taker = database.admin().getConnection();
                    var statement = taker.createStatement()) {
                taker.setAutoCommit(false);
                statement.execute("update ledger.lease set epoch = epoch + 1");
                outcome = appending(here, run(1, "wallet/R1", 0, 3), epoch);
                database.awaitWriterWaitingForALock();
                taker.commit();
            }

            assertThat(outcome.get()).isInstanceOf(LeaseLost.class);
            assertThat(database.events()).isZero();
        }
    }

    @Nested
    class WhoTakesTheLease {
        @Test
        void waitsForAnAppendThatIsStillUnderWay() throws Exception {
            CompletableFuture<Long> taken;
            try (var _ = database.hold("for share")) {
                taken = CompletableFuture.supplyAsync(() -> there.takeLease("node 2"));
                database.awaitWriterWaitingForALock();
                assertThat(taken).isNotDone();
            }
            assertThat(taken.get()).isEqualTo(1);
        }

        @Test
        void isAloneHoweverManyTry() {
            var race = IntStream.range(0, 8).mapToObj(i -> Nodes.node(database)).toList();
            try {
                long winners = race.parallelStream()
                        .filter(node -> {
                            try {
                                node.takeLease("racer");
                                return true;
                            } catch (LeaseHeld held) {
                                return false;
                            }
                        })
                        .count();
                assertThat(winners).isEqualTo(1);
            } finally {
                race.forEach(PostgresLog::close);
            }
        }
    }

    @Nested
    class AnUnknownOutcome {
        @Test
        void isToldWhenTheSessionIsKilledDuringAnAppend() throws Exception {
            long epoch = here.takeLease("node 1");
            CompletableFuture<Throwable> outcome;
            try (var _ = database.hold("for update")) {
                outcome = appending(here, run(1, "wallet/R1", 0, 3), epoch);
                database.awaitWriterWaitingForALock();
                database.killWriter();
                assertThat(outcome.get()).isInstanceOf(OutcomeUnknown.class);
            }

            assertThat(here.head()).isZero();
            here.append(run(1, "wallet/R1", 0, 3), epoch);
            assertThat(here.read(0, 10)).hasSize(3);
        }

        @Test
        void isToldWhenTheAnswerIsLostAndTheLogTellsThenThatItWasAppended() throws Exception {
            try (var relay = new Relay(database.port());
                    var cutOff = Nodes.through(relay, database)) {
                long epoch = cutOff.takeLease("node 3");
                relay.swallowAnswers(true);
                doesNotKnow(cutOff, run(1, "wallet/R1", 0, 3), epoch);
                relay.swallowAnswers(false);

                assertThat(cutOff.head()).isEqualTo(3);
                cutOff.append(run(4, "wallet/R1", 3, 1), epoch);
                assertThat(cutOff.head()).isEqualTo(4);
            }
        }

        /** Else the node could read a log without the batch, decide anew, and then the batch would come in after all. */
        @Test
        void isSettledBeforeAnythingIsReadAgain() throws Exception {
            try (var relay = new Relay(database.port());
                    var cutOff = Nodes.through(relay, database)) {
                long epoch = cutOff.takeLease("node 3");
                long session = database.writer();
                try (var _ = database.hold("for update")) {
                    var outcome = appending(cutOff, run(1, "wallet/R1", 0, 3), epoch);
                    database.awaitWriterWaitingForALock();
                    relay.cut();
                    assertThat(outcome.get()).isInstanceOf(OutcomeUnknown.class);
                    assertThat(database.writer()).isEqualTo(session);

                    assertThat(cutOff.read(0, 10)).isEmpty();
                    assertThat(database.writer()).isNotEqualTo(session);
                }

                cutOff.append(run(1, "wallet/R2", 0, 1), epoch);
                assertThat(cutOff.read(0, 10)).extracting(StoredEvent::stream).containsExactly("wallet/R2");
            }
        }

        @Test
        void keepsReadingShutUntilTheDatabaseIsBack() throws SQLException, IOException {
            try (var relay = new Relay(database.port());
                    var cutOff = Nodes.through(relay, database)) {
                long epoch = cutOff.takeLease("node 3");
                relay.down(true);

                doesNotKnow(cutOff, run(1, "wallet/R1", 0, 1), epoch);
                assertThatExceptionOfType(LogUnavailable.class).isThrownBy(cutOff::head);
                assertThatExceptionOfType(LogUnavailable.class)
                        .isThrownBy(() -> cutOff.append(run(1, "wallet/R1", 0, 1), epoch));
                relay.down(false);

                long head = cutOff.head(); // 1 if the network let the batch through just before it broke
                cutOff.append(run(head + 1, "wallet/R2", 0, 1), epoch);
                assertThat(cutOff.head()).isEqualTo(head + 1);
            }
        }
    }

    @Nested
    class TheHeart {
        @Test
        void bringsBackASessionThatDiedIdleBeforeItIsMissed() throws SQLException {
            try (var lively = beating(Duration.ofMillis(20), Duration.ofSeconds(10))) {
                long epoch = lively.takeLease("node 4");
                long session = database.writer();
                database.killWriter();
                await().until(() -> database.writer() != 0 && database.writer() != session);
                await().untilAsserted(() ->
                        assertThatExceptionOfType(LeaseHeld.class).isThrownBy(() -> there.takeLease("node 2")));

                lively.append(run(1, "wallet/R1", 0, 1), epoch);
                assertThat(lively.head()).isEqualTo(1);
            }
        }

        @Test
        void lettingItStopGivesTheLeaseToAnother() throws SQLException {
            try (var paused = beating(Duration.ofHours(1), Duration.ofSeconds(1))) {
                long old = paused.takeLease("node 4");

                await().ignoreExceptionsInstanceOf(LeaseHeld.class).until(() -> there.takeLease("node 2") > old);

                doesNotKnow(paused, run(1, "wallet/R1", 0, 1), old);
                loses(paused, run(1, "wallet/R1", 0, 1), old);
                assertThat(database.events()).isZero();
            }
        }

        @Test
        void keepsAnIdleSessionAlive() throws SQLException {
            try (var idle = beating(Duration.ofMillis(20), Duration.ofSeconds(10))) {
                idle.takeLease("node 4");
                long session = database.writer();
                for (int beat = 0; beat < 3; beat++) {
                    long last = database.writerLastHeardOf();
                    await().until(() -> database.writerLastHeardOf() > last);
                }
                assertThat(database.writer()).isEqualTo(session);
            }
        }

        private PostgresLog beating(Duration beat, Duration limit) {
            return new PostgresLog(database.app(), database.app(), new PostgresLease.Rhythm(beat, limit));
        }
    }
}
