package kr.dure.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.ModelPlace;
import kr.dure.ops.node.Node;
import kr.dure.ops.node.Place;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownFile;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event of a town is damaged, and its activity counted anew. What lies aside is shown, repaired and tried again. */
class DeadLettersCommandTest {
    private static final String COUNTS = "select day, type, events from read.activity order by 1, 2";
    private static final String TRUTH = """
            select (to_timestamp(at / 1e9) at time zone 'Asia/Seoul')::date, type, count(*)
            from ledger.event group by 1, 2 order by 1, 2""";

    private static final String ONE_MORE = """
            {"at":"2099-10-01T09:00:00+09:00","id":"one more","op":"open-wallet","wallet":"one more","holder":"resident",\
            "dong":"느티나무동","person":"one more"}
            """;

    @TempDir
    private Path temporary;

    private Path data;

    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);
    private String stream;
    private int aside;

    /** The projector learns at the next event that its position is another one. */
    private void damageATown(Node node) throws Exception {
        var deciding = node.decide(LedgerKind.SIMULATION);
        var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
        var importer = new Importer(deciding.writer(), reader, ImportProgress.NONE);
        importer.run(TownSource.of(TownFile.lines("edges")), null);
        assertThat(node.deadLetters()).isEmpty();
        assertThat(rows(COUNTS)).isEqualTo(rows(TRUTH));
        stream = rows("select stream from ledger.event group by 1 order by count(*) desc, 1 limit 1")
                .getFirst()
                .replaceAll("[()\"]", "");
        String ofStream = "stream = '" + stream + "' and sequence > 0";
        aside = rows("select position from ledger.event where " + ofStream).size();
        execute("update ledger.event set payload = 'no JSON ' || payload where sequence = 1 and " + ofStream);
        execute("truncate read.activity");
        execute("update read.projection set position = 0, at = 0 where name = 'activity'");
        importer.run(TownSource.of(new ByteArrayInputStream(ONE_MORE.getBytes(StandardCharsets.UTF_8))), null);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> rows("select from read.dead_letter").size() == aside);
    }

    private void repair() throws Exception {
        execute("update ledger.event set payload = substr(payload, 9) where payload like 'no JSON %'");
    }

    /** As superuser: nobody else may change what has happened. */
    private void execute(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url(), "postgres", password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws Exception {
        List<String> all = new ArrayList<>();
        try (var connection = DriverManager.getConnection(url(), "postgres", password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select r::text from (" + sql + ") r")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private String url() throws Exception {
        var server = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/dure";
    }

    private String password() throws Exception {
        return Files.readString(data.resolve("postgres/superuser.password"));
    }

    private String saidSoFar() {
        String text = said.toString();
        said.getBuffer().setLength(0);
        return text;
    }

    private JsonNode letters(Node node) throws Exception {
        DeadLettersCommand.list(node, true, out);
        return JsonMapper.shared().readTree(saidSoFar());
    }

    @Test
    void whatLiesAsideIsShownAndAfterARepairTakenIn() throws Exception {
        data = ModelPlace.ready(temporary);
        try (var node = Node.open(new Place(data, null), sentence -> {})) {
            damageATown(node);

            assertThat(letters(node)).hasSize(aside);
            assertThat(letters(node).get(0).get("stream").asString()).isEqualTo(stream);
            assertThatThrownBy(() -> node.rebuild().run())
                    .as("money puts nothing aside")
                    .hasMessageContaining(
                            "cannot take in position " + letters(node).get(0).get("position"));

            DeadLettersCommand.list(node, false, out);
            assertThat(saidSoFar())
                    .matches("(?s)activity +[\\d,]+  " + stream + "  \\w+\\.\\w+  시도 attempts 1  20\\d\\d-.*")
                    .contains("\n    the projection cannot take in position ")
                    .contains("attempts 0")
                    .endsWith("모두 in all " + aside + "\n");

            assertThat(DeadLettersCommand.retry(node, out)).isEqualTo(1);
            assertThat(saidSoFar()).isEqualTo("✗ 받아들임 taken in 0, 남음 left " + aside + "\n");
            assertThat(letters(node).get(0).get("attempts").asInt()).isEqualTo(2);

            repair();
            assertThat(DeadLettersCommand.retry(node, out)).isEqualTo(0);
            assertThat(saidSoFar()).isEqualTo("✓ 받아들임 taken in " + aside + ", 남음 left 0\n");
            assertThat(rows(COUNTS)).isEqualTo(rows(TRUTH));
        }
        assertThat(new CommandLine(new DeadLettersCommand()).setOut(out).execute("list", "--data", data.toString()))
                .isZero();
        assertThat(saidSoFar()).isEqualTo("없음 / none\n");
    }
}
