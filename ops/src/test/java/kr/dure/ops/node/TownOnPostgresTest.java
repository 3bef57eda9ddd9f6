package kr.dure.ops.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.dure.api.audit.Verification;
import kr.dure.api.report.TownReport;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.ModelPlace;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownFile;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each of the four towns, on a real PostgreSQL: every result line and the whole report, to the won. */
class TownOnPostgresTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"edges", "edges-late", "small", "town-2026-10"})
    void agreesWithTheIndependentComputation(String town) throws Exception {
        Path results = temporary.resolve("results.jsonl");
        try (var node = Node.open(new Place(ModelPlace.ready(temporary), null), sentence -> {})) {
            var deciding = node.decide(LedgerKind.SIMULATION);
            var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
            new Importer(deciding.writer(), reader, ImportProgress.NONE)
                    .run(TownSource.of(TownFile.lines(town)), results);

            assertThat(Files.readAllLines(results).stream().map(JSON::readTree))
                    .containsExactlyElementsOf(TownFile.results(town));
            assertThat(report(node)).isEqualTo(TownFile.report(town));
            assertThat(new Verification(node.log(), node.codec(), node.reading())
                            .run()
                            .differences())
                    .isEmpty();
        }
    }

    private static JsonNode report(Node node) throws Exception {
        node.awaitProjections();
        var report = new ByteArrayOutputStream();
        new TownReport(node.reading()).write(report);
        return JSON.readTree(report.toByteArray());
    }
}
