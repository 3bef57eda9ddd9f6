package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.Operation;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.link.Address;
import kr.dure.ops.link.LinkClient;
import kr.dure.ops.node.Town;
import kr.dure.ops.town.TownLine;
import kr.dure.ops.town.TownReader;

/** Processes of {@code dure node} over one database, with the same keys, and what a client asks of them. */
final class TestNodes implements AutoCloseable {
    private final Path folder;
    private final SharedDatabase database = SharedDatabase.create();
    private final Map<String, String> environment = new HashMap<>();
    private final LedgerKeys keys;
    private final TownReader reader;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private int started;

    TestNodes(Path folder) throws SQLException {
        this.folder = folder;
        environment.putAll(database.environment());
        environment.put(KeyPlace.STORE, folder.resolve("town.p12").toString());
        environment.put(KeyPlace.PASSWORD, "correct horse");
        this.keys = LedgerKeys.openOrCreate(KeyPlace.of(folder, environment), new SecureRandom());
        this.reader = new TownReader(keys.keyedHash()::personHash, keys.keyedHash()::requestDigest);
    }

    SharedDatabase database() {
        return database;
    }

    /** A node that serves already. */
    RunningNode start() throws IOException, InterruptedException {
        var node = launch("--listen", "127.0.0.1:0");
        node.awaitReady();
        return node;
    }

    RunningNode launch(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("node", "--kind", "simulation"));
        arguments.addAll(List.of(options));
        return new RunningNode(run(arguments.toArray(String[]::new)));
    }

    private DureProcess run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("node" + ++started).toString()));
        var process = DureProcess.start(folder, environment, List.of(), all.toArray(String[]::new));
        opened.add(process);
        return process;
    }

    /** Everything that is in the log adds up to everything that can be read. */
    void verify() throws IOException, InterruptedException {
        var verify = run("verify");
        assertThat(verify.exitCode()).as(verify.toString()).isZero();
    }

    // -------------------------------------------------------------------------------------------- one node

    record RunningNode(DureProcess process) {
        void awaitReady() {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !process.isAlive() || lines().stream().anyMatch(line -> line.startsWith("ready ")));
            assertThat(process.isAlive()).as(process.toString()).isTrue();
        }

        List<String> lines() throws IOException {
            return process.out().lines().toList();
        }

        Address address() throws IOException {
            return Address.parse(lines().stream()
                    .filter(line -> line.startsWith("ready "))
                    .findFirst()
                    .orElseThrow()
                    .substring("ready ".length()));
        }

        /** What it said last of its role. */
        String role() throws IOException {
            return lines().stream().filter(line -> !line.startsWith("ready ")).reduce("", (before, last) -> last);
        }

        void awaitRole(String role, Duration limit) {
            await().atMost(limit)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(role()).isEqualTo(role));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
        }
    }

    // -------------------------------------------------------------------------------------------- what is asked

    LinkClient client(RunningNode node) throws IOException {
        var client = LinkClient.connect(node.address(), keys, EventCodec.of(Town.features()));
        opened.add(client);
        return client;
    }

    LedgerKeys keys() {
        return keys;
    }

    /** Opens a wallet: one operation, one event. */
    Operation opens(String wallet) {
        return operation("""
                {"at":"2026-10-01T09:00:00+09:00","id":"%1$s","op":"open-wallet","wallet":"%1$s","holder":"institution",\
                "dong":"느티나무동"}""".formatted(wallet));
    }

    private Operation operation(String line) {
        return ((TownLine.Valid) reader.read(line.getBytes(StandardCharsets.UTF_8))).operation();
    }

    Answer ask(Desk desk, Operation operation) throws Exception {
        return answer(desk.submit(operation));
    }

    static Answer answer(CompletableFuture<Answer> answer) throws Exception {
        try {
            return answer.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }
}
