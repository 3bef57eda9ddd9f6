package kr.dure.ops.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuddenDeathTest {
    @TempDir
    Path temporary;

    @Test
    void takes_over_the_server_of_a_ledger_that_was_killed() throws Exception {
        Process first = Given.anotherProcess(Given.Ledger.class, Given.place(temporary));
        try (BufferedReader said = first.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("locked");
            assertThat(said.readLine()).startsWith("jdbc:");
        }
        first.destroyForcibly().waitFor();
        try (DataDirectory data = Given.data(temporary)) {
            Postmaster orphan = Given.postmaster(data);
            try (Postgres postgres = Given.started(data)) {
                Database database = postgres.database();
                assertThat(database.url()).contains(":" + orphan.port() + "/");
                assertThat(Given.pid(data)).isEqualTo(orphan.pid());
                Given.execute(database, database.owner(), "create table kept as select 1");
            }
            assertThat(orphan.alive()).isFalse();
            try (Postgres postgres = Given.started(data)) {
                Database database = postgres.database();
                assertThat(Given.pid(data)).isNotEqualTo(orphan.pid());
                assertThat(Given.ask(database, database.owner(), "select * from kept"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void starts_a_server_again_that_was_killed() throws Exception {
        try (DataDirectory data = Given.data(temporary);
                Postgres postgres = Given.started(data)) {
            Database before = postgres.database();
            Given.execute(before, before.owner(), "create table kept as select 10000 as won");
            kill(Given.postmaster(data));
            Database after = postgres.ensureRunning();
            assertThat(after).isEqualTo(before);
            assertThat(Given.ask(after, after.owner(), "select won from kept")).isEqualTo("10000");
        }
    }

    @Test
    void waits_for_sessions_of_a_killed_server_that_are_too_busy_to_notice() throws Exception {
        try (DataDirectory data = Given.data(temporary);
                Postgres postgres = Given.started(data);
                Connection session =
                        Given.connect(postgres.database(), postgres.database().app());
                Statement statement = session.createStatement()) {
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> count(statement));
            String sessions = "select count(*) from pg_stat_activity where state = 'active' and query like '%series%'"
                    + " and pid <> pg_backend_pid()";
            await().until(() -> Given.ask(postgres.database(), Given.superuser(data), sessions)
                    .equals("1"));
            kill(Given.postmaster(data));
            Database after = postgres.ensureRunning();
            busy.join();
            assertThat(Given.ask(after, after.app(), "select 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%d\n%s\n1\n15432\n\n127.0.0.1\n 1 1\nready\n",
                "%d\n/somewhere/else\n1\n15432\n\n127.0.0.1\n 1 1\nready\n",
                "",
                "no pid\n\n\n\n",
            })
    void is_not_stopped_by_a_stale_pid_file(String left) throws Exception {
        try (DataDirectory data = Given.data(temporary)) {
            Given.started(data).close();
            Path cluster = data.postgres().resolve("cluster");
            Process otherProgram = new ProcessBuilder("sleep", "600").start();
            try {
                Files.writeString(cluster.resolve("postmaster.pid"), left.formatted(otherProgram.pid(), cluster));
                try (Postgres postgres = Given.started(data)) {
                    assertThat(Given.pid(data)).isNotEqualTo(otherProgram.pid());
                    assertThat(postgres.database().url()).isNotEmpty();
                }
                assertThat(otherProgram.isAlive()).isTrue();
            } finally {
                otherProgram.destroyForcibly();
            }
        }
    }

    @Test
    void is_not_stopped_by_the_pid_file_of_a_process_that_is_gone() throws Exception {
        try (DataDirectory data = Given.data(temporary)) {
            Given.started(data).close();
            Process gone = new ProcessBuilder("true").start();
            gone.waitFor();
            Path cluster = data.postgres().resolve("cluster");
            Files.writeString(
                    cluster.resolve("postmaster.pid"), gone.pid() + "\n" + cluster + "\n1\n15432\n\n127.0.0.1\n");
            Given.started(data).close();
        }
    }

    private static void kill(Postmaster postmaster) {
        postmaster.process().destroyForcibly();
        await().until(() -> !postmaster.alive());
    }

    private static void count(Statement statement) {
        try {
            statement.execute("select count(*) from generate_series(1, 5000000)");
        } catch (java.sql.SQLException expected) {
            // The session ends with its server.
        }
    }
}
