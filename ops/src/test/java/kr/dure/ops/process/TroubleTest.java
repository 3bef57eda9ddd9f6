package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kr.dure.ops.postgres.DataDirectory;
import kr.dure.ops.postgres.Postgres;
import kr.dure.ops.town.TownFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong around a ledger is said in one line, and nothing is made or lost by it. */
class TroubleTest {
    @TempDir
    Path temporary;

    @Test
    void of_two_processes_on_one_directory_the_second_is_turned_away() throws Exception {
        Path file = TestLedger.file(temporary, "small");
        try (var ledger = TestLedger.ready(temporary)) {
            var first = ledger.start("import", file.toString());
            ledger.awaitHead(1, first);
            assertThat(ledger.run("report").complains()).contains("in use by another process (pid ");
            assertThat(first.isAlive()).as("the first still works").isTrue();
            first.succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
        }
    }

    @Test
    void where_there_is_no_ledger_nothing_can_be_read_and_nothing_is_made() throws Exception {
        try (var ledger = new TestLedger(temporary.resolve("empty/data"))) {
            for (String command : new String[] {"report", "verify", "rebuild"}) {
                assertThat(ledger.run(command).complains()).contains("There is no ledger here: " + ledger.data());
            }
            assertThat(ledger.data().resolve("postgres")).doesNotExist();
            assertThat(ledger.data().resolve("bin")).doesNotExist();
            assertThat(ledger.data().resolve("keys")).doesNotExist();
        }
    }

    @Test
    void a_ledger_without_its_keys_is_not_given_others() throws Exception {
        Path file = TestLedger.file(temporary, "edges");
        try (var ledger = TestLedger.ready(temporary)) {
            ledger.imports(file).succeeds();
            Path keys = ledger.data().resolve("keys/dure.p12");
            Path kept = Files.move(keys, temporary.resolve("kept"));
            assertThat(ledger.imports(file).complains()).contains("The key store (" + keys + ") is missing");
            assertThat(keys).doesNotExist();
            Files.move(kept, keys);
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("edges"));
        }
    }

    // -------------------------------------------------------------------------------------- a database of one's own

    @Test
    void a_database_that_is_not_there_or_half_named_is_said() throws Exception {
        Path file = TestLedger.file(temporary, "edges");
        String url;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/dure";
        }
        try (var ledger = new TestLedger(temporary.resolve("data"))) {
            ledger.with("DURE_DB_URL", url).with("DURE_DB_USER", "dure");
            assertThat(ledger.imports(file).complains()).contains("needs DURE_DB_USER and DURE_DB_PASSWORD beside it");
            ledger.with("DURE_DB_PASSWORD", "secret-1");
            assertThat(ledger.imports(file).complains())
                    .contains("The database cannot be reached")
                    .doesNotContain("secret-1");
            assertThat(ledger.data().resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void a_ledger_lives_in_a_database_of_ones_own() throws Exception {
        Path file = TestLedger.file(temporary, "edges");
        try (var server = OwnServer.start(temporary.resolve("server"));
                var ledger = new TestLedger(temporary.resolve("one/data"));
                var other = new TestLedger(temporary.resolve("two/data"))) {
            server.execute("postgres", "create role town login createrole password 'town-password'");
            server.execute("postgres", "create database town owner town");
            ledger.with("DURE_DB_URL", server.url("town")).with("DURE_DB_USER", "town");
            ledger.with("DURE_DB_PASSWORD", "wrong-password");
            assertThat(ledger.imports(file).complains())
                    .contains("The database does not let town in")
                    .doesNotContain("wrong-password");
            ledger.with("DURE_DB_PASSWORD", "town-password");
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("edges"));
            assertThat(ledger.data().resolve("postgres")).doesNotExist();

            server.execute("postgres", "create role village login password 'village-password'");
            server.execute("postgres", "create role clerk login password 'clerk-password'");
            server.execute("postgres", "create database village owner village");
            other.with("DURE_DB_URL", server.url("village")).with("DURE_DB_USER", "village");
            other.with("DURE_DB_PASSWORD", "village-password");
            assertThat(other.imports(file).complains()).contains("name one in DURE_DB_APP_USER");
            other.with("DURE_DB_APP_USER", "clerk").with("DURE_DB_APP_PASSWORD", "clerk-password");
            other.imports(file).succeeds();
            assertThat(other.report()).isEqualTo(TownFile.report("edges"));
        }
    }

    // -------------------------------------------------------------------------------------- a full disk

    @Test
    void an_import_onto_a_full_disk_says_so_and_can_be_repeated_with_room() throws Exception {
        Path file = TestLedger.file(temporary, "small");
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        assumeTrue(does("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()), "needs to mount");
        try (var ledger = TestLedger.ready(disk)) {
            var importing = ledger.start("import", file.toString());
            ledger.awaitHead(1_000, importing);
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            importing.complains();
            Files.delete(ballast);
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
        } finally {
            does("umount", disk.toString());
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] some = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean does(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** A PostgreSQL as an operator may have one. */
    private record OwnServer(DataDirectory data, Postgres postgres, TestLedger files) implements AutoCloseable {
        static OwnServer start(Path folder) throws IOException {
            var files = TestLedger.ready(Files.createDirectory(folder));
            var data = DataDirectory.open(files.data());
            try {
                return new OwnServer(data, Postgres.start(data, sentence -> {}), files);
            } catch (RuntimeException failure) {
                data.close();
                throw failure;
            }
        }

        String url(String database) {
            return postgres.database().url().replaceFirst("/[a-z]+$", "/" + database);
        }

        void execute(String database, String sql) throws IOException, SQLException {
            try (var connection = files.connect(database);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            try (data) {
                postgres.close();
            }
        }
    }
}
