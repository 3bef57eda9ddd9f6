package kr.dure.ops.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import kr.dure.ops.town.TownFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as nobody should write them. What is a file is read to its end; what is none is named in one line. */
class HostileFileTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path temporary;

    private Path file;
    private Path results;

    @BeforeEach
    void inThePlace() {
        file = temporary.resolve("마을 town.jsonl");
        results = temporary.resolve("results.jsonl");
    }

    @Test
    void what_is_no_file_is_named_and_no_ledger_is_made_for_it() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("directory"));
        Path notPacked = Files.writeString(temporary.resolve("not-packed.jsonl.gz"), "{}\n");
        try (var ledger = new TestLedger(temporary.resolve("data"))) {
            assertThat(ledger.imports(file).complains()).contains("No such file: " + file);
            assertThat(ledger.imports(directory).complains()).contains("Not a readable file: " + directory);
            assertThat(ledger.imports(notPacked).complains()).contains("Not a gzip file: " + notPacked);
            assertThat(ledger.data().resolve("postgres")).doesNotExist();
            assertThat(ledger.data().resolve("keys")).doesNotExist();
        }
    }

    @Test
    void a_file_that_is_cut_off_is_done_as_far_as_it_goes() throws Exception {
        Path whole = temporary.resolve("small.jsonl.gz");
        try (var lines = TownFile.lines("small");
                var packed = new GZIPOutputStream(Files.newOutputStream(whole))) {
            lines.transferTo(packed);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(temporary.resolve("half.jsonl.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        try (var ledger = TestLedger.ready(temporary)) {
            var cutOff = ledger.run("import", half.toString(), "--results", results.toString());
            assertThat(cutOff.complains())
                    .containsPattern(
                            "The gzip file is damaged or cut off \\(the [1-9][0-9]{2,} lines before were done\\)");
            assertThat(results).doesNotExist();
            assertThat(ledger.report().path("wallets").size()).isPositive();
            ledger.imports(whole).succeeds();
            assertThat(ledger.report()).isEqualTo(TownFile.report("small"));
        }
    }

    @Test
    void what_is_no_operation_is_invalid_line_by_line() throws Exception {
        try (var ledger = TestLedger.ready(temporary)) {
            Files.write(file, new byte[0]);
            assertThat(resultsOf(ledger)).isEmpty();

            byte[] endless = new byte[MIB];
            Arrays.fill(endless, (byte) 'x');
            try (var out = Files.newOutputStream(file)) {
                for (int i = 0; i < 100; i++) {
                    out.write(endless);
                }
            }
            assertThat(resultsOf(ledger)).containsExactly("{\"line\":1,\"id\":null,\"result\":\"invalid\"}");

            byte[] noise = new byte[5 * MIB];
            new Random(1).nextBytes(noise);
            noise[0] = 'x'; // by chance it might begin as a packed file does
            Files.write(file, noise);
            assertThat(resultsOf(ledger))
                    .hasSize(lines(noise))
                    .allSatisfy(result ->
                            assertThat(result).matches("\\{\"line\":[0-9]+,\"id\":null,\"result\":\"invalid\"}"));
        }
    }

    @Test
    void lines_may_end_as_elsewhere_and_the_last_one_need_not_end() throws Exception {
        String plain;
        try (var lines = TownFile.lines("edges")) {
            plain = new String(lines.readAllBytes(), UTF_8);
        }
        try (var ledger = TestLedger.ready(temporary)) {
            Files.writeString(file, plain.replace("\n", "\r\n").stripTrailing());
            assertThat(resultsOf(ledger)).hasSameSizeAs(TownFile.results("edges"));
            assertThat(ledger.report()).isEqualTo(TownFile.report("edges"));
        }
    }

    private List<String> resultsOf(TestLedger ledger) throws IOException, InterruptedException {
        Files.deleteIfExists(results);
        ledger.run("import", file.toString(), "--results", results.toString()).succeeds();
        return Files.readAllLines(results);
    }

    private static int lines(byte[] bytes) {
        int ends = 0;
        for (byte one : bytes) {
            ends += one == '\n' ? 1 : 0;
        }
        return bytes[bytes.length - 1] == '\n' ? ends : ends + 1;
    }
}
