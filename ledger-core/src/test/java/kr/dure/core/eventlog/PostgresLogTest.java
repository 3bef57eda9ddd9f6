package kr.dure.core.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresLogTest extends LogStoreContract {
    private LogDatabase database;
    private PostgresLog postgres;

    @Override
    LogStore newLog() throws SQLException {
        database = PostgresServer.durable().emptyLog();
        postgres = new PostgresLog(database.app(), database.app());
        return postgres;
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void namesADuplicateInOneLine() {
        append(SampleBatch.batch().event(1, "wallet/R1", 0, "O1", null));

        assertThatExceptionOfType(LogRefused.class)
                .isThrownBy(() -> append(SampleBatch.batch().event(2, "wallet/R1", 1, "O1", null)))
                .withMessage("the log refused a batch: ERROR: duplicate key value violates unique constraint"
                        + " \"event_once_per_operation\"; Detail: Key (operation)=(O1) already exists."
                        + " (SQLSTATE 23505)");
    }

    @Test
    void refusesATimeThatItCannotHold() {
        var late = new StoredEvent(
                1, Instant.parse("2263-01-01T00:00:00Z"), "wallet.Opened", 1, "wallet/R1", 0, null, null, null, "{}");

        refuses(SampleBatch.batch().event(late));
        holdsExactly();
    }

    @Test
    void writesUnderWhichEpochItWas() throws SQLException {
        append(SampleBatch.batch().event(1, "wallet/R1", 0).refusal("R"));
        epoch = log.takeLease("node A");
        append(SampleBatch.batch().event(2, "wallet/R1", 1));

        assertThat(database.number("select epoch from ledger.event where position = 1"))
                .isEqualTo(1);
        assertThat(database.number("select epoch from ledger.refusal")).isEqualTo(1);
        assertThat(database.number("select epoch from ledger.event where position = 2"))
                .isEqualTo(2);
    }

    @Test
    void takesNothingWhileTheDatabaseIsReadOnlyAndGoesOnAfterwards() throws SQLException {
        LogDatabase.run(database.admin(), "alter role app set default_transaction_read_only = on");
        try {
            database.killWriter();
            assertThatExceptionOfType(OutcomeUnknown.class)
                    .isThrownBy(() -> append(SampleBatch.batch().event(1, "wallet/R1", 0)));
            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> append(SampleBatch.batch().event(1, "wallet/R1", 0)))
                    .withMessageContaining("read-only transaction")
                    .withMessageNotContaining("\n");
        } finally {
            LogDatabase.run(database.admin(), "alter role app reset default_transaction_read_only");
        }

        append(SampleBatch.batch().event(1, "wallet/R1", 0));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void saysSoInOneLineWhenTheDatabaseIsAway() throws IOException {
        try (var relay = new Relay(database.port());
                var away = Nodes.through(relay, database)) {
            relay.down(true);

            for (Runnable asking :
                    List.<Runnable>of(() -> away.takeLease("node B"), away::head, () -> away.answered(List.of("O1")))) {
                assertThatExceptionOfType(LogUnavailable.class)
                        .isThrownBy(asking::run)
                        .withMessageStartingWith("the log is unavailable: ")
                        .withMessageNotContaining("\n")
                        .withCauseInstanceOf(SQLException.class);
            }

            relay.down(false);
            assertThat(away.head()).isZero();
        }
    }
}
