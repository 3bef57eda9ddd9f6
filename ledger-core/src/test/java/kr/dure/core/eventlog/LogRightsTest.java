package kr.dure.core.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role that runs adds to the log, and cannot do anything else to it. */
class LogRightsTest {
    private LogDatabase database;

    @BeforeEach
    void aLogWithSomethingInIt() throws SQLException {
        database = PostgresServer.durable().emptyLog();
        try (var log = Nodes.node(database)) {
            long epoch = log.takeLease("node 1");
            log.append(
                    SampleBatch.batch()
                            .event(1, "wallet/R1", 0)
                            .refusal("R")
                            .person("P")
                            .build(),
                    epoch);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set payload = '{}'",
                "update ledger.event set digest = null where false",
                "delete from ledger.event",
                "truncate ledger.event",
                "select from ledger.event for update",
                "update ledger.refusal set answer = '{}'",
                "delete from ledger.refusal",
                "truncate ledger.refusal",
                "delete from ledger.snapshot",
                "delete from ledger.lease",
                "insert into ledger.lease (one, epoch, since) values (false, 1, now())",
                "update vault.person set sealed = ''",
                "truncate vault.person",
                "alter table ledger.event disable trigger all",
                "create trigger t before insert on ledger.event execute function suppress_redundant_updates_trigger()",
                "drop table ledger.event",
                "create table ledger.other (id int)"
            })
    void itIsDenied(String statement) throws SQLException {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> LogDatabase.run(database.app(), statement))
                .satisfies(denied -> assertThat(denied.getSQLState()).isEqualTo("42501"));
        assertThat(database.events()).isEqualTo(1);
        assertThat(database.number("select count(*) from ledger.refusal where answer <> '{}'"))
                .isEqualTo(1);
    }

    @Test
    void itMayEraseAPerson() throws SQLException {
        assertThatCode(() -> LogDatabase.run(database.app(), "delete from vault.person where person = 'P'"))
                .doesNotThrowAnyException();
        assertThat(database.number("select count(*) from vault.person")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into ledger.lease (epoch, since) values (7, now())",
                "insert into ledger.event values (0, 0, 0, 1, 1, 't', 's', null, null, null, '{}')",
                "insert into ledger.event values (2, 0, -1, 1, 1, 't', 's', null, null, null, '{}')",
                "insert into ledger.event values (2, 0, 0, 1, 0, 't', 's', null, null, null, '{}')",
                "insert into ledger.event values (2, 0, 0, 1, 1, 't', 's', 'o', null, null, '{}')",
                "insert into ledger.event values (2, 0, 0, 1, 1, 't', 's', null, '', null, '{}')"
            })
    void evenTheOwnerCannotAddWhatIsNoEvent(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> LogDatabase.run(database.owner(), statement))
                .satisfies(broken -> assertThat(broken.getSQLState()).startsWith("23"));
    }
}
