package kr.dure.ops.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kr.dure.api.audit.Verification;
import kr.dure.api.http.RateLimits;
import kr.dure.api.report.TownReport;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.Operation;
import kr.dure.ops.town.TownFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A month of a town, done over HTTP, leaves what an import of its file leaves. */
class ReplayOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RateLimits NONE = RateLimits.of(1_000_000, 1_000_000);

    /** What takes several requests: of several reasons to say no, the first request may find another one. */
    private static final Set<String> IN_STEPS = Set.of("charge", "help");

    /** The clock of everything that is served, which goes as the file says. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edges", "edges-late", "small"})
    void leavesWhatAnImportLeaves(String name) throws Exception {
        List<String> different = new ArrayList<>();
        try (var town = new HttpTown(folder, NONE, "", this::atItsTime);
                var lines = new BufferedReader(new InputStreamReader(TownFile.lines(name), StandardCharsets.UTF_8))) {
            var replay = new Replay(town);
            for (var expected : TownFile.results(name)) {
                String line = lines.readLine();
                if (isDone(expected)) {
                    compare(JSON.readTree(line), expected, replay, different);
                }
            }

            assertThat(different).isEmpty();
            assertThat(report(town)).isEqualTo(TownFile.report(name));
            var node = town.node();
            assertThat(new Verification(node.log(), node.codec(), node.reading())
                            .run()
                            .differences())
                    .isEmpty();
        }
    }

    /** What is no line, and what uses an id again, has no counterpart: over HTTP the ledger makes the ids. */
    private static boolean isDone(JsonNode expected) {
        return !expected.path("result").asString().equals("invalid")
                && !expected.path("code").asString("").equals("id-reused");
    }

    private void compare(JsonNode line, JsonNode expected, Replay replay, List<String> different) throws Exception {
        var at = Replay.at(line);
        if (at.isAfter(now.get())) {
            now.set(at);
        }
        String code = replay.run(line);
        String wanted = expected.path("code").asString("");
        boolean same = code.equals(wanted)
                || (IN_STEPS.contains(line.path("op").asString()) && !code.isEmpty() && !wanted.isEmpty());
        if (!same) {
            different.add(line + " → " + code + " instead of " + expected);
        }
    }

    private Served atItsTime(Served served) {
        Desk desk = operation -> served.desk()
                .submit(new Operation(
                        operation.id(), operation.digest(), now.get(), operation.command(), operation.rehearsal()));
        return new Served(
                served.kind(),
                desk,
                served.codec(),
                served.hash(),
                served.reading(),
                served.views(),
                clock(),
                served.tokens(),
                served.signIn(),
                served.qr(),
                served.limits(),
                served.vitals(),
                served.metrics());
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static JsonNode report(HttpTown town) throws Exception {
        town.node().awaitProjections();
        var report = new ByteArrayOutputStream();
        new TownReport(town.reading()).write(report);
        return JSON.readTree(report.toByteArray());
    }
}
