package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.ops.postgres.DataDirectory;
import kr.dure.ops.postgres.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cycles of torture find nothing; and what they leave, tampered with, does not get past the checker. */
class TortureTest {
    @TempDir
    Path temporary;

    private Path data;

    @BeforeEach
    void directory() {
        data = temporary.resolve("town");
    }

    @Test
    void the_ledger_stands_it_and_the_checker_names_what_was_taken_away_and_what_was_added() throws Exception {
        String stood =
                torture(0, "--cycles", "2", "--seed", "2", "--nodes", "2", "--faults", "writer_killed,answers_lost");
        assertThat(stood).contains("✓");
        var answers = answers();
        String accepted = answers.stream()
                .filter(told -> told[3].isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow()[0];
        String refused =
                answers.stream().filter(told -> !told[3].isEmpty()).findFirst().orElseThrow()[0];

        asSuperuser(
                "delete from ledger.event where operation = '" + accepted + "'",
                "delete from ledger.refusal where operation = '" + refused + "'",
                "insert into read.posting select position, line + 100, account, unit, amount from read.posting"
                        + " order by position, line limit 1");

        assertThat(torture(1, "--check"))
                .contains("✗ operation " + accepted + " was accepted at ")
                .contains("✗ operation " + refused + " was refused, ")
                .contains("✗ the log holds " + (answers.size() - 2) + " operations, and clients were told of ")
                .contains("✗ the postings of ")
                .contains(data.toString());
    }

    private String torture(int exitCode, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        try (var process = DureProcess.torture(temporary, all.toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.toString()).isEqualTo(exitCode);
            return process.out();
        }
    }

    /** What clients were told: id, digest, position or code, figures. */
    private List<String[]> answers() throws IOException {
        return Files.readAllLines(data.resolve("answers")).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Nobody else could. */
    private void asSuperuser(String... changes) throws IOException, SQLException {
        try (var directory = DataDirectory.open(data);
                var postgres = Postgres.start(directory, _ -> {});
                var connection = DriverManager.getConnection(
                        postgres.database().url(),
                        "postgres",
                        Files.readString(data.resolve("postgres").resolve("superuser.password")));
                var statement = connection.createStatement()) {
            for (String change : changes) {
                assertThat(statement.executeUpdate(change)).as(change).isEqualTo(1);
            }
        }
    }
}
