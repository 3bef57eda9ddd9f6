package kr.dure.ops.town;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kr.dure.core.Features;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.eventlog.Writer;
import kr.dure.core.eventlog.WriterSettings;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.WalletId;
import kr.dure.settlement.SettlementFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulation ledger on a log in memory. */
final class MemoryTown implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MemoryLog log;
    private final Writer writer;

    MemoryTown() {
        this(new MemoryLog(), 100_000);
    }

    /** @param cached how many aggregates of a kind stay in memory: few of them means much reading */
    MemoryTown(MemoryLog log, long cached) {
        this.log = log;
        writer = Writer.open(
                new WriterSettings(
                        log,
                        new LedgerOpened(LedgerKind.SIMULATION, "test"),
                        Stream.concat(Features.all().stream(), Stream.of(new SettlementFeature()))
                                .toList(),
                        new PlainVault(),
                        this::wallets,
                        Clock.systemUTC(),
                        LogMetrics.NONE,
                        cached),
                "test");
    }

    MemoryLog log() {
        return log;
    }

    private Collection<WalletId> wallets(LocalDate day, long position) {
        return log.read(0, Integer.MAX_VALUE).stream()
                .filter(event -> event.type().equals("wallet.WalletOpened"))
                .map(StoredEvent::stream)
                .map(stream -> new WalletId(stream.substring("wallet/".length())))
                .toList();
    }

    List<JsonNode> run(InputStream file) throws Exception {
        var reader = new TownReader(person -> "hash of " + person, content -> content);
        var lines = new Lines(file);
        List<JsonNode> results = new ArrayList<>();
        Deque<CompletableFuture<JsonNode>> waiting = new ArrayDeque<>();
        for (int number = 1; lines.advance(); number++) {
            int line = number;
            byte[] bytes = lines.bytes();
            var read = bytes == null ? new TownLine.Invalid(null, "too long") : reader.read(bytes);
            waiting.add(
                    switch (read) {
                        case TownLine.Invalid(var id, var reason) ->
                            CompletableFuture.completedFuture(result(line, id, "invalid", null));
                        case TownLine.Valid(var operation) ->
                            writer.submit(operation).thenApply(answer -> answered(line, operation, answer));
                    });
        }
        for (var result : waiting) {
            results.add(result.get());
        }
        return results;
    }

    /** Runs one line and says how it ended: the result and the code. */
    String line(String line) throws Exception {
        var bytes = new java.io.ByteArrayInputStream(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var result = run(bytes).getFirst();
        return result.path("result").stringValue() + " " + result.path("code").stringValue("");
    }

    private static JsonNode answered(int line, Operation operation, Answer answer) {
        String id = operation.id().value();
        return switch (answer) {
            case Answer.Accepted accepted -> result(line, id, "accepted", null);
            case Answer.Refused refused -> result(line, id, "refused", refused.code());
            case Answer.IdReused reused -> result(line, id, "refused", Answer.IdReused.CODE);
            case Answer.TimeWentBack back -> result(line, id, "invalid", null);
        };
    }

    private static JsonNode result(int line, String id, String result, String code) {
        var node = JSON.createObjectNode().put("line", line).put("id", id).put("result", result);
        return code == null ? node : node.put("code", code);
    }

    @Override
    public void close() {
        writer.close();
    }
}
