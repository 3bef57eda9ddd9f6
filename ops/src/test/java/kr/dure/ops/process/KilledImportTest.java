package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import kr.dure.ops.town.TownFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whatever dies in the middle of an import, the same import again comes to where it would have come without. */
class KilledImportTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Clearly fewer than the import of the small town writes, so that it still runs when they are there. */
    private static final int EVENTS = 8_000;

    @TempDir
    Path temporary;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void an_import_that_is_killed_again_and_again_ends_as_if_it_had_not_been() throws Exception {
        say();
        Path file = TestLedger.file(temporary, "small");
        Path results = temporary.resolve("results.jsonl");
        try (var ledger = TestLedger.ready(temporary)) {
            kill(ledger.start("import", file.toString()), random.nextInt(3_000));
            int stretches = 2;
            for (int i = 0; i < stretches; i++) {
                var importing = ledger.start("import", file.toString(), "--results", results.toString());
                ledger.awaitHead(EVENTS * i / stretches + random.nextInt(EVENTS / stretches), importing);
                assertThat(importing.isAlive()).as(importing.toString()).isTrue();
                importing.destroyForcibly();
                assertThat(results).doesNotExist();
            }
            var orphan = ledger.postmaster().orElseThrow();
            long head = ledger.head();
            var last = ledger.start("import", file.toString(), "--results", results.toString());
            ledger.awaitHead(head + 1, last);
            assertThat(ledger.postmaster()).as(last.toString()).hasValue(orphan);
            last.succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
            assertThat(Files.readAllLines(results).stream().map(JSON::readTree))
                    .containsExactlyElementsOf(TownFile.results("small"));
            ledger.verify();
        }
    }

    @Test
    void an_import_that_is_killed_while_its_database_is_made_can_be_repeated() throws Exception {
        say();
        Path file = TestLedger.file(temporary, "edges");
        try (var ledger = TestLedger.fresh(temporary)) {
            kill(ledger.start("import", file.toString()), 1_000 + random.nextInt(2_500));
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("edges"));
        }
    }

    @Test
    @Tag("long")
    void an_import_whose_database_is_killed_says_so_and_can_be_repeated() throws Exception {
        say();
        Path file = TestLedger.file(temporary, "small");
        try (var ledger = TestLedger.ready(temporary)) {
            var importing = ledger.start("import", file.toString());
            ledger.awaitHead(500 + random.nextInt(EVENTS - 1_000), importing);
            ledger.killPostmaster();
            importing.complains();
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
            ledger.verify();
        }
    }

    /** The database goes on, and the writer finds it again: what was to come before must not be left out. */
    @Test
    @Tag("long")
    void an_import_whose_session_is_ended_leaves_no_line_out() throws Exception {
        say();
        Path file = TestLedger.file(temporary, "small");
        try (var ledger = TestLedger.ready(temporary)) {
            var importing = ledger.start("import", file.toString());
            ledger.awaitHead(500 + random.nextInt(EVENTS - 1_000), importing);
            try (var connection = ledger.connect("dure");
                    var end = connection.createStatement()) {
                end.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = 'dure' and application_name = 'dure writer'");
            }
            if (importing.exitCode() != 0) {
                importing.complains();
            }
            ledger.imports(file).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
        }
    }

    @Test
    void the_same_file_twice_is_the_same_as_once() throws Exception {
        String town = "edges-late";
        Path file = TestLedger.file(temporary, town);
        Path first = temporary.resolve("first.jsonl");
        Path second = temporary.resolve("second.jsonl");
        try (var ledger = TestLedger.ready(temporary)) {
            ledger.run("import", file.toString(), "--results", first.toString()).succeeds();
            ledger.run("import", file.toString(), "--results", second.toString())
                    .succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report(town));
        }
        assertThat(Files.readAllLines(first).stream().map(JSON::readTree))
                .containsExactlyElementsOf(TownFile.results(town));
        assertThat(second).hasSameTextualContentAs(first);
    }

    private static void kill(DureProcess process, int millis) throws InterruptedException {
        process.letRun(millis);
        process.destroyForcibly();
    }

    private void say() {
        System.out.println("seed " + seed);
    }
}
