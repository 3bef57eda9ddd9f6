package kr.dure.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAndStartTest {
    @TempDir
    Path temporary;

    private DataDirectory data;
    private Postgres postgres;

    @BeforeEach
    void start() throws Exception {
        data = Given.data(temporary);
        postgres = Given.started(data);
    }

    @AfterEach
    void stop() {
        postgres.close();
        data.close();
    }

    private Database again() {
        postgres = Given.started(data);
        return postgres.database();
    }

    @Test
    void keeps_data_port_and_passwords() throws Exception {
        Database before = postgres.database();
        Given.execute(before, before.owner(), "create table kept as select 10000 as won");
        postgres.close();
        data.close();
        start();
        assertThat(postgres.database()).isEqualTo(before);
        assertThat(Given.ask(before, before.owner(), "select won from kept")).isEqualTo("10000");
    }

    @Test
    void leaves_no_process_behind_even_with_sessions_open_and_stops_twice() throws Exception {
        List<ProcessHandle> family = Given.postmaster(data).family();
        assertThat(family).hasSizeGreaterThan(3);
        var session = Given.connect(postgres.database(), postgres.database().app());
        postgres.close();
        assertThat(family).noneMatch(Postmaster::alive);
        assertThat(data.postgres().resolve("cluster/postmaster.pid")).doesNotExist();
        postgres.close();
        assertThatThrownBy(() -> postgres.ensureRunning()).isInstanceOf(IllegalStateException.class);
        session.close();
    }

    @Test
    void takes_another_port_when_someone_else_has_ours() throws Exception {
        String before = postgres.database().url();
        int port = Given.postmaster(data).port();
        postgres.close();
        try (ServerSocket someoneElse = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(someoneElse.isBound()).isTrue();
            Database after = again();
            assertThat(after.url()).isNotEqualTo(before);
            assertThat(Given.ask(after, after.app(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void reads_an_operators_settings_but_none_that_weaken_the_log() throws Exception {
        postgres.close();
        Files.writeString(data.postgres().resolve("local.conf"), """
                work_mem = '5MB'
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                listen_addresses = '*'
                """);
        Database database = again();
        assertThat(Given.ask(database, database.app(), "show work_mem")).isEqualTo("5MB");
        assertThat(Given.ask(database, database.app(), "show listen_addresses")).isEqualTo("127.0.0.1");
        try (var connection = Given.connect(database, database.app())) {
            Durability.require(connection);
        }
    }

    @Test
    void refuses_to_run_when_a_role_was_told_not_to_wait_for_the_disk() throws Exception {
        String weaken = "alter role dure_app set synchronous_commit = off";
        Given.execute(postgres.database(), Given.superuser(data), weaken);
        postgres.close();
        assertThatThrownBy(() -> Given.started(data))
                .isInstanceOf(PostgresUnavailable.NotDurable.class)
                .hasMessageContaining("synchronous_commit=off");
        assertThat(Postmaster.of(Cluster.in(data.postgres()))).isEmpty();
    }

    @Test
    void says_why_the_server_did_not_start() throws Exception {
        postgres.close();
        Files.writeString(data.postgres().resolve("local.conf"), "max_connections = 'many'\n");
        assertThatThrownBy(this::again)
                .isInstanceOf(PostgresUnavailable.DidNotStart.class)
                .hasMessageContaining("시작되지 않았습니다: FATAL:")
                .hasMessageContaining("did not start: FATAL:")
                .hasNoCause();
    }

    @Test
    void replaces_lost_passwords_of_its_roles_but_not_the_superusers() throws Exception {
        Database before = postgres.database();
        postgres.close();
        Files.delete(data.postgres().resolve("app.password"));
        Database after = again();
        assertThat(after.app()).isNotEqualTo(before.app());
        assertThat(Given.ask(after, after.app(), "select 1")).isEqualTo("1");
        postgres.close();
        Files.delete(data.postgres().resolve("superuser.password"));
        assertThatThrownBy(() -> Given.started(data)).isInstanceOf(PostgresUnavailable.PasswordLost.class);
    }

    @Test
    void gives_up_waiting_in_words_and_leaves_the_server_to_its_recovery() throws Exception {
        long pid = Given.pid(data);
        assertThatThrownBy(() -> Postgres.start(data, s -> {}, RunAs.choose(data.path()), Duration.ZERO))
                .isInstanceOf(PostgresUnavailable.GaveUpWaiting.class)
                .hasMessageStartingWith("0초를 기다렸으나");
        assertThat(Given.pid(data)).isEqualTo(pid);
    }

    @Test
    void refuses_a_cluster_of_another_version() throws Exception {
        postgres.close();
        Files.writeString(data.postgres().resolve("cluster/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Given.started(data))
                .isInstanceOf(PostgresUnavailable.WrongVersion.class)
                .hasMessageContaining("PostgreSQL 17 and this program uses 18");
    }
}
