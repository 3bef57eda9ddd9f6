package kr.dure.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import kr.dure.bench.peer.Pgbench;
import kr.dure.ops.postgres.Database;

/** Where contestants meet: one server, one of them running at a time, there and back. */
final class Arena {
    private static final int RUNS_IN_A_MINUTE = 12;

    private final Server server;
    private final Path directory;
    private final Pace pace;
    private final Consumer<String> progress;
    private int databases;

    /**
     * How long everything takes.
     *
     * @param warmUp seconds before anything is counted, at least
     * @param run seconds of one counted run
     * @param runs counted runs of each contestant
     * @param scale of the population: 1 for the real one, less to try the benchmark itself
     */
    record Pace(double warmUp, double run, int runs, double scale) {
        int of(int population) {
            return Math.max(1, (int) (population * scale));
        }
    }

    Arena(Server server, Path directory, Pace pace, Consumer<String> progress) {
        this.server = server;
        this.directory = directory;
        this.pace = pace;
        this.progress = progress;
    }

    Pace pace() {
        return pace;
    }

    /**
     * Who is to take part.
     *
     * @param label by which the figures are known
     */
    record Starter(String label, String subject, Population population, Workload workload) {}

    /** One that runs, in a database that goes when it leaves. */
    record Entry(String label, Contestant contestant, String database, Figures figures) {}

    private interface Contest {
        Result among(List<Entry> entries) throws Exception;
    }

    /** Brings them in and sees them out again, however it ends. */
    private Result meet(List<Starter> starters, Contest contest) throws Exception {
        List<Entry> entries = new ArrayList<>();
        try {
            for (Starter starter : starters) {
                if (starter.subject().equals(Pgbench.NAME) && Pgbench.find().isEmpty()) {
                    progress.accept("pgbench is not installed here: the comparison goes on without it");
                } else {
                    entries.add(enter(starter));
                }
            }
            return contest.among(entries);
        } finally {
            for (Entry entry : entries) {
                entry.contestant().close();
                server.drop(entry.database());
            }
        }
    }

    /** Prepared, in a database of its own. */
    private Entry enter(Starter starter) throws IOException, SQLException {
        progress.accept(starter.label() + "…");
        String name = "bench_" + ++databases;
        var database = server.database(name);
        var contestant = starter.subject().equals(Pgbench.NAME)
                ? new Pgbench(Pgbench.find().orElseThrow(), database, directory).prepare(pace.of(Pgbench.USUAL_SCALE))
                : worker(starter, database, directory.resolve(name));
        return new Entry(starter.label(), contestant, name, new Figures());
    }

    private static WorkerProcess worker(Starter starter, Database database, Path home) throws IOException {
        var process = new WorkerProcess(starter.subject(), database, home, starter.population(), starter.workload(), 1);
        try {
            return process.ready();
        } catch (IOException | RuntimeException failure) {
            try (process) {
                throw failure;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    /** How much everybody can do, and then how long it takes. */
    Result race(Scenario scenario, List<Starter> starters) throws Exception {
        return race(scenario, starters, 0);
    }

    /** @param before how many requests at least everybody has done before anything is counted */
    Result race(Scenario scenario, List<Starter> starters, long before) throws Exception {
        return meet(starters, entries -> {
            warmUp(entries, before);
            race(entries, pace.run());
            latencies(entries);
            return Result.of(scenario, entries);
        });
    }

    /** How much everybody can do for a minute. */
    Result endure(Scenario scenario, List<Starter> starters) throws Exception {
        return meet(starters, entries -> {
            warmUp(entries, 0);
            race(entries, RUNS_IN_A_MINUTE * pace.run());
            return Result.of(scenario, entries);
        });
    }

    /** Warms everybody up, with the number of requests under way that is best for each. */
    private void warmUp(List<Entry> entries, long requests) throws Exception {
        server.checkpoint();
        for (Entry entry : entries) {
            var contestant = entry.contestant();
            double best = -1;
            int[] tries = contestant.inFlightToTry();
            contestant.use(tries[0]);
            contestant.warmUp(pace.warmUp(), requests);
            for (int inFlight : tries) {
                contestant.use(inFlight);
                double rate = tries.length == 1
                        ? 0
                        : contestant.closed(pace.run() / 2).perSecond();
                if (rate > best) {
                    best = rate;
                    entry.figures().inFlight(inFlight);
                }
            }
            contestant.use(entry.figures().getInFlight());
        }
    }

    /** Counted runs: A B B A, and so on. */
    private void race(List<Entry> entries, double seconds) throws Exception {
        for (int round = 0; round < pace.runs(); round++) {
            for (Entry entry : round % 2 == 0 ? entries : entries.reversed()) {
                run(entry, seconds);
            }
        }
    }

    private void run(Entry entry, double seconds) throws Exception {
        long cpu = server.cpuNanos();
        long bytes = server.writtenBytes();
        var run = entry.contestant().closed(seconds);
        long items = Math.max(1, run.items());
        entry.figures()
                .counted(
                        run.perSecond(),
                        run.cpuNanos() / 1e3 / items,
                        (server.cpuNanos() - cpu) / 1e3 / items,
                        (double) (server.writtenBytes() - bytes) / items);
        entry.figures().lag(run.lagMillis());
        require(entry);
        progress.accept("%s %,.0f/s".formatted(entry.label(), run.perSecond()));
    }

    /** Latencies at half of what each can do, so that it is the work that is measured and not a queue. */
    private void latencies(List<Entry> entries) throws Exception {
        for (int round = 0; round < pace.runs(); round++) {
            for (Entry entry : round % 2 == 0 ? entries : entries.reversed()) {
                double half = entry.figures().getMedian() / 2;
                if (half > 0) {
                    entry.figures().latencies(entry.contestant().open(pace.run(), half));
                    require(entry);
                }
            }
        }
    }

    /** Latencies alone, at a rate that leaves everybody idle most of the time. */
    Result idle(Scenario scenario, List<Starter> starters, double perSecond) throws Exception {
        return meet(starters, entries -> {
            warmUp(entries, 0);
            for (int round = 0; round < pace.runs(); round++) {
                for (Entry entry : round % 2 == 0 ? entries : entries.reversed()) {
                    var run = entry.contestant().open(2 * pace.run(), perSecond);
                    entry.figures().counted(run.perSecond());
                    entry.figures().latencies(run);
                    require(entry);
                    progress.accept("%s p50 %.2f ms, p99 %.2f ms".formatted(entry.label(), run.p50ms(), run.p99ms()));
                }
            }
            return Result.of(scenario, entries, Figures::getP50ms);
        });
    }

    /** Whole batches of wages, from the first request to the last answer. */
    Result payout(Scenario scenario, Starter starter, int batches) throws Exception {
        return meet(List.of(starter), entries -> {
            var dure = entries.getFirst();
            dure.contestant().use(2);
            dure.contestant().closed(pace.warmUp());
            for (int round = 0; round < pace.runs(); round++) {
                server.checkpoint();
                var run = ((WorkerProcess) dure.contestant()).count(batches);
                dure.figures().counted(run.perSecond());
                require(dure);
                progress.accept("%,.0f items/s".formatted(run.perSecond()));
            }
            return Result.of(scenario, entries);
        });
    }

    /** Something that is done on a ledger with a past, so many times; each subject itself says how fast it was. */
    Result feat(Scenario scenario, List<Starter> starters, String feat, long size, int times) throws Exception {
        return meet(starters, entries -> {
            for (Entry entry : entries) {
                for (double figure : ((WorkerProcess) entry.contestant()).feat(feat, size, times)) {
                    entry.figures().counted(figure);
                }
                require(entry);
            }
            return Result.of(scenario, entries);
        });
    }

    /** More than can be done. */
    Result overload(Scenario scenario, Population population) throws Exception {
        return new Overload(server, pace, progress).run(scenario, population, directory.resolve("overload"));
    }

    /** @throws VoidRun if the money is not where it should be */
    private static void require(Entry entry) throws Exception {
        var differences = entry.contestant().check();
        if (!differences.isEmpty()) {
            throw new VoidRun(entry.label() + ": " + differences);
        }
    }

    /** A run after which money was missing or too much is no run. */
    static final class VoidRun extends Exception {
        private static final long serialVersionUID = 1;

        VoidRun(String why) {
            super(why);
        }
    }

    /**
     * What a scenario gave.
     *
     * @param ratios of Dure to each of the others: of throughputs, or of median latencies where those are measured
     */
    record Result(String name, String unit, Map<String, Figures> subjects, Map<String, Double> ratios) {
        static Result of(Scenario scenario, List<Entry> entries) {
            return of(scenario, entries, Figures::getMedian);
        }

        /** @param entries the first is the one that the others are compared with */
        static Result of(Scenario scenario, List<Entry> entries, ToDoubleFunction<Figures> figure) {
            Map<String, Figures> subjects = new LinkedHashMap<>();
            entries.forEach(entry -> subjects.put(entry.label(), entry.figures()));
            Map<String, Double> ratios = new LinkedHashMap<>();
            double own = figure.applyAsDouble(entries.getFirst().figures());
            entries.stream()
                    .skip(1)
                    .forEach(entry -> ratios.put(entry.label(), own / figure.applyAsDouble(entry.figures())));
            return new Result(scenario.title(), scenario.unit(), subjects, ratios);
        }
    }
}
