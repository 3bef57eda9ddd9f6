package kr.dure.core.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DurabilityCheckTest {
    private LogDatabase database;

    @BeforeEach
    void aDatabase() throws SQLException {
        database = PostgresServer.durable().emptyLog();
    }

    @Test
    void letsADurableDatabasePassAndListsWhatItLookedAt() {
        assertThatCode(() -> DurabilityCheck.require(database.app())).doesNotThrowAnyException();
        assertThat(DurabilityCheck.findings(database.app()))
                .allMatch(DurabilityCheck.Finding::good)
                .extracting(DurabilityCheck.Finding::toString)
                .contains(
                        "fsync is on",
                        "full_page_writes is on",
                        "synchronous_commit is on",
                        "role app is not a superuser",
                        "right to update ledger.event is not granted",
                        "right to truncate ledger.refusal is not granted")
                .anyMatch(finding -> finding.startsWith("server version is "));
    }

    @Test
    void refusesAServerWithoutFsync() throws Exception {
        try (var careless = PostgresServer.start("off")) {
            var unsafe = careless.emptyLog();
            assertThatExceptionOfType(LogUnsafe.class)
                    .isThrownBy(() -> DurabilityCheck.require(unsafe.app()))
                    .withMessage("the database is not safe for a ledger: fsync is off, should be on");
        }
    }

    @Test
    void refusesARoleThatDoesNotWaitForItsCommits() throws SQLException {
        refusesAfter(
                "alter role app in database log set synchronous_commit = off",
                "synchronous_commit is off, should be on, remote_write or remote_apply");
    }

    @Test
    void refusesARoleThatCanChangeASingleColumn() throws SQLException {
        refusesAfter(
                "grant update (payload) on ledger.event to app",
                "right to update ledger.event is granted, should be not granted");
    }

    @Test
    void refusesARoleThatCanDeleteOrTruncate() throws SQLException {
        refusesAfter(
                "grant delete, truncate on ledger.refusal to app",
                "right to delete ledger.refusal is granted, should be not granted;"
                        + " right to truncate ledger.refusal is granted, should be not granted");
    }

    @Test
    void refusesASuperuserAndTheOwner() {
        assertThatExceptionOfType(LogUnsafe.class)
                .isThrownBy(() -> DurabilityCheck.require(database.admin()))
                .withMessageContaining("role postgres is a superuser, should be not a superuser");
        assertThatExceptionOfType(LogUnsafe.class)
                .isThrownBy(() -> DurabilityCheck.require(database.owner()))
                .withMessageContaining("role of the owner of ledger.event is granted");
    }

    private void refusesAfter(String change, String message) throws SQLException {
        LogDatabase.run(database.admin(), change);
        assertThatExceptionOfType(LogUnsafe.class)
                .isThrownBy(() -> DurabilityCheck.require(database.app()))
                .withMessage("the database is not safe for a ledger: " + message);
    }
}
