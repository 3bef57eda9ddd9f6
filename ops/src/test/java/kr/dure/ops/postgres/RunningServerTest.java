package kr.dure.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningServerTest {
    @TempDir
    static Path temporary;

    private static DataDirectory data;
    private static Postgres postgres;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        data = Given.data(temporary);
        postgres = Given.started(data);
        database = postgres.database();
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "log_timezone, UTC",
        "jit, off",
        "max_wal_size, 8GB",
        "checkpoint_timeout, 30min",
        "max_connections, 50",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
    })
    void is_set_as_a_ledger_needs_it(String setting, String value) throws Exception {
        assertThat(Given.ask(database, Given.superuser(data), "show " + setting))
                .isEqualTo(value);
    }

    @Test
    void shares_an_eighth_of_the_machines_memory_within_bounds() throws Exception {
        String pages = Given.ask(
                database, Given.superuser(data), "select setting from pg_settings where name = 'shared_buffers'");
        assertThat(Long.parseLong(pages) * 8_192 >> 20)
                .isEqualTo(Settings.sharedMegabytes())
                .isBetween(128L, 8192L);
    }

    @Test
    void sorts_by_code_point_and_knows_hangul_as_letters() throws SQLException {
        String provider = "select datlocprovider::text || datlocale from pg_database where datname = 'dure'";
        assertThat(Given.ask(database, database.app(), provider)).isEqualTo("bC.UTF-8");
        assertThat(Given.ask(database, database.app(), "select '두레' ~ '^[[:alpha:]]+$'"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "dure_owner", "dure_app"})
    void demands_the_right_password_of_everyone(String user) {
        for (String password : List.of("wrong", "postgres", user)) {
            assertThatThrownBy(() -> Given.connect(database, new Login(user, password)))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void knows_no_way_in_but_scram() throws Exception {
        String methods = "select string_agg(distinct auth_method, ',') from pg_hba_file_rules";
        assertThat(Given.ask(database, Given.superuser(data), methods)).isEqualTo("scram-sha-256");
        String verifiers = "select bool_and(rolpassword like 'SCRAM-SHA-256$%') from pg_authid where rolcanlogin";
        assertThat(Given.ask(database, Given.superuser(data), verifiers)).isEqualTo("t");
    }

    @Test
    void listens_on_loopback_only() throws Exception {
        int port = Given.postmaster(data).port();
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
        List<InetAddress> others = Stream.concat(
                        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses),
                        Stream.of(InetAddress.ofLiteral("127.0.0.2")))
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
        assertThat(others)
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void lets_the_owner_create_and_grant() throws SQLException {
        Given.execute(database, database.owner(), "create schema book");
        Given.execute(database, database.owner(), "create table book.page (position bigint primary key)");
        Given.execute(database, database.owner(), "grant usage on schema book to dure_app");
        Given.execute(database, database.owner(), "grant select, insert on book.page to dure_app");
        Given.execute(database, database.app(), "insert into book.page values (1)");
        assertThatThrownBy(() -> Given.execute(database, database.app(), "delete from book.page"))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.t (x int)",
                "create temporary table t (x int)",
                "create schema s",
                "create database d",
                "create role r",
                "alter role dure_app superuser",
                "set role dure_owner",
                "select pg_read_file('pg_hba.conf')",
            })
    void lets_the_app_create_nothing_and_become_no_one(String forbidden) {
        assertThatThrownBy(() -> Given.execute(database, database.app(), forbidden))
                .hasMessageContaining("permission denied");
    }

    @Test
    void lets_no_session_change_the_servers_settings() {
        assertThatThrownBy(() -> Given.execute(database, Given.superuser(data), "alter system set fsync = off"))
                .hasMessageContaining("ALTER SYSTEM is not allowed");
    }

    @Test
    void keeps_the_app_out_of_other_databases() {
        Database other = new Database(database.url().replace("/dure", "/postgres"), database.owner(), database.app());
        assertThatThrownBy(() -> Given.connect(other, other.app())).hasMessageContaining("permission denied");
    }

    @Test
    void needs_nothing_done_to_keep_running() throws Exception {
        long pid = Given.pid(data);
        assertThat(postgres.ensureRunning()).isEqualTo(database);
        assertThat(Given.pid(data)).isEqualTo(pid);
    }
}
