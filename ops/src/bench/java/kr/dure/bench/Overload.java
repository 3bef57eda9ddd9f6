package kr.dure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import kr.dure.bench.Arena.Entry;
import kr.dure.bench.Arena.Pace;
import kr.dure.bench.Arena.Result;
import kr.dure.ops.postgres.Database;

/**
 * More than can be done: server and database on one core, the load on another. First what it can do, then three times as
 * much is offered, then what it can do right after that.
 */
final class Overload {
    private static final int TIMES = 3;
    private static final int SERVERS_CORE = 0;
    private static final int LOADS_CORE = 1;
    private static final long SEED = 1;

    private final Server server;
    private final Pace pace;
    private final Consumer<String> progress;

    Overload(Server server, Pace pace, Consumer<String> progress) {
        this.server = server;
        this.pace = pace;
        this.progress = progress;
    }

    Result run(Scenario scenario, Population population, Path home) throws Exception {
        server.pin(SERVERS_CORE);
        String name = "bench_overload";
        var database = server.database(name);
        try (var served = process("dure-http-server", database, home, population, SERVERS_CORE);
                var load = process("dure-http-client", database, home, population, LOADS_CORE)) {
            var peak = new Entry("dure-http", load, name, new Figures());
            var over = new Entry("dure-http, offered " + TIMES + " times as much", load, name, new Figures());
            var after = new Entry("dure-http, right after", load, name, new Figures());
            load.use(HttpSubject.CONNECTIONS);
            load.warmUp(pace.warmUp(), pace.of(Scenario.UNTIL_COMPILED));
            for (int round = 0; round < pace.runs(); round++) {
                peak.figures().counted(load.closed(pace.run()).perSecond());
                long before = residentMiB(served);
                var run = load.open(pace.run(), TIMES * peak.figures().getMedian());
                over.figures().counted(run.perSecond());
                over.figures().latencies(run);
                after.figures().counted(load.closed(pace.run() / 2).perSecond());
                progress.accept(
                        "peak %,.0f/s, offered %,.0f/s: %,.0f/s and %,d turned away, right after %,.0f/s; %,d → %,d MiB"
                                .formatted(
                                        peak.figures().getMedian(),
                                        TIMES * peak.figures().getMedian(),
                                        run.perSecond(),
                                        run.refused(),
                                        after.figures().getMedian(),
                                        before,
                                        residentMiB(served)));
            }
            var differences = served.check(load.done());
            if (!differences.isEmpty()) {
                throw new Arena.VoidRun("dure-http: " + differences);
            }
            return Result.of(scenario, List.of(over, peak, after));
        } finally {
            server.drop(name);
        }
    }

    private static WorkerProcess process(String subject, Database database, Path home, Population population, int core)
            throws IOException {
        return new WorkerProcess(subject, database, home, population, Workload.UNIFORM, SEED, core).ready();
    }

    /** What a process holds of memory (proc_pid_status(5)); 0 where there is no {@code /proc}. */
    private static long residentMiB(WorkerProcess process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
