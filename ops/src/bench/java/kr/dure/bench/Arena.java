package kr.dure.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kr.dure.bench.peer.Pgbench;

/** Where contestants meet: one server, one of them running at a time, there and back. */
final class Arena {
    private final Server server;
    private final Path directory;
    private final Pace pace;
    private final Consumer<String> progress;
    private int databases;

    /**
     * How long everything takes.
     *
     * @param warmUp seconds before anything is counted
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

    Server server() {
        return server;
    }

    void say(String what) {
        progress.accept(what);
    }

    /** A subject, prepared, in a database of its own. */
    Entry enter(String label, String subject, Population population, Workload workload)
            throws IOException, SQLException {
        progress.accept(label + "…");
        String name = "bench_" + ++databases;
        var database = server.database(name);
        var home = directory.resolve(name);
        var process = new WorkerProcess(subject, database, home, population, workload, 1);
        try {
            return new Entry(label, process.ready(), name, new Figures());
        } catch (IOException | RuntimeException failure) {
            try (process) {
                throw failure;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    /** PostgreSQL's own benchmark, where it is installed. */
    Optional<Entry> pgbench() throws IOException, SQLException {
        var program = Pgbench.find();
        if (program.isEmpty()) {
            progress.accept("pgbench is not installed here: the comparison goes on without it");
            return Optional.empty();
        }
        progress.accept("pgbench…");
        String name = "bench_" + ++databases;
        var database = server.database(name);
        var contestant = new Pgbench(program.get(), database, directory).prepare(pace.of(Pgbench.USUAL_SCALE));
        return Optional.of(new Entry(contestant.name(), contestant, name, new Figures()));
    }

    /** One that runs, in a database that goes when it leaves. */
    record Entry(String label, Contestant contestant, String database, Figures figures) {}

    void leave(List<Entry> entries) throws Exception {
        for (Entry entry : entries) {
            entry.contestant().close();
            server.drop(entry.database());
        }
    }

    /** Warms everybody up, with the number of requests under way that is best for each. */
    void warmUp(List<Entry> entries) throws Exception {
        server.checkpoint();
        for (Entry entry : entries) {
            var contestant = entry.contestant();
            double best = -1;
            int[] tries = contestant.inFlightToTry();
            contestant.use(tries[0]);
            contestant.closed(pace.warmUp());
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
    void race(List<Entry> entries, double seconds) throws Exception {
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
    void latencies(List<Entry> entries) throws Exception {
        for (Entry entry : entries) {
            double half = entry.figures().getMedian() / 2;
            if (half > 0) {
                entry.figures().latencies(entry.contestant().open(pace.run(), half));
                require(entry);
            }
        }
    }

    /** Latencies alone, at a rate that leaves everybody idle most of the time. */
    Result idle(String name, String unit, List<Entry> entries, double perSecond) throws Exception {
        for (int round = 0; round < pace.runs(); round++) {
            for (Entry entry : round % 2 == 0 ? entries : entries.reversed()) {
                var run = entry.contestant().open(2 * pace.run(), perSecond);
                entry.figures().counted(run.perSecond());
                entry.figures().latencies(run);
                require(entry);
                progress.accept("%s p50 %.2f ms, p99 %.2f ms".formatted(entry.label(), run.p50ms(), run.p99ms()));
            }
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        double own = entries.getFirst().figures().getP50ms();
        entries.stream()
                .skip(1)
                .forEach(
                        entry -> ratios.put(entry.label(), own / entry.figures().getP50ms()));
        return new Result(name, unit, figures(entries), ratios);
    }

    /** Whole batches of wages, from the first request to the last answer. */
    Result payout(String name, String unit, Population population, int batches) throws Exception {
        List<Entry> entries = new ArrayList<>();
        try {
            var dure = enter("dure", "dure", population, Workload.PAYOUT);
            entries.add(dure);
            dure.contestant().use(2);
            dure.contestant().closed(pace.warmUp());
            for (int round = 0; round < pace.runs(); round++) {
                server.checkpoint();
                var run = ((WorkerProcess) dure.contestant()).count(batches);
                dure.figures().counted(run.perSecond());
                require(dure);
                progress.accept("%,.0f items/s".formatted(run.perSecond()));
            }
            return Result.of(name, unit, entries);
        } finally {
            leave(entries);
        }
    }

    /** Something that only Dure does, so many times; the subject itself says how fast it was. */
    Result feat(String name, String unit, Population population, String feat, long size, int times) throws Exception {
        List<Entry> entries = new ArrayList<>();
        try {
            var dure = enter("dure", "dure", population, Workload.UNIFORM);
            entries.add(dure);
            var figures = ((WorkerProcess) dure.contestant()).feat(feat, size, times);
            for (double figure : figures) {
                dure.figures().counted(figure);
            }
            require(dure);
            return Result.of(name, unit, entries);
        } finally {
            leave(entries);
        }
    }

    /** @throws VoidRun if the money is not where it should be */
    static void require(Entry entry) throws Exception {
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

    private static Map<String, Figures> figures(List<Entry> entries) {
        Map<String, Figures> subjects = new LinkedHashMap<>();
        entries.forEach(entry -> subjects.put(entry.label(), entry.figures()));
        return subjects;
    }

    /**
     * What a scenario gave.
     *
     * @param ratios of Dure to each of the others: of throughputs, or of median latencies where those are measured
     */
    record Result(String name, String unit, Map<String, Figures> subjects, Map<String, Double> ratios) {
        /** @param entries the first is the one that the others are compared with */
        static Result of(String name, String unit, List<Entry> entries) {
            Map<String, Double> ratios = new LinkedHashMap<>();
            double own = entries.getFirst().figures().getMedian();
            entries.stream()
                    .skip(1)
                    .forEach(entry ->
                            ratios.put(entry.label(), own / entry.figures().getMedian()));
            return new Result(name, unit, figures(entries), ratios);
        }
    }
}
