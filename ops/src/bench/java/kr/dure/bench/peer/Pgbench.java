package kr.dure.bench.peer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dure.bench.Contestant;
import kr.dure.ops.node.Databases;
import kr.dure.ops.postgres.Database;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PostgreSQL's own benchmark, as the measure of the machine: TPC-B as {@code pgbench} has it. A transaction changes three
 * rows, reads one and inserts one in seven round trips, without an idempotency key and without double entry.
 */
public final class Pgbench implements Contestant {
    public static final String NAME = "pgbench-tpcb";
    public static final int USUAL_SCALE = 50;

    private static final Pattern TRANSACTIONS = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Path SELF = Path.of("/proc/self/stat");
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final long LONGEST_MICROS = 120_000_000;

    /** TPC-B's own rule: all of these sums are one. */
    private static final String SUMS = """
            select (select sum(abalance) from pgbench_accounts) as accounts,
                   (select sum(tbalance) from pgbench_tellers) as tellers,
                   (select sum(bbalance) from pgbench_branches) as branches,
                   (select coalesce(sum(delta), 0) from pgbench_history) as history
            """;

    private final Path program;
    private final Database database;
    private final Path directory;
    private int clients = Clients.toTry()[0];

    /** @param directory for its log, which is read and deleted after each run */
    public Pgbench(Path program, Database database, Path directory) {
        this.program = program;
        this.database = database;
        this.directory = directory;
    }

    /** The newest one on this machine, if there is any. */
    public static Optional<Path> find() throws IOException {
        List<Path> places = new ArrayList<>();
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                found.sorted(Comparator.comparing(
                                        (Path version) -> version.getFileName().toString())
                                .reversed())
                        .forEach(version -> places.add(version.resolve("bin")));
            }
        }
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(place));
        }
        return places.stream()
                .map(place -> place.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param scale branches, each with ten tellers and 100,000 accounts */
    public Pgbench prepare(int scale) throws IOException {
        run(List.of("--initialize", "--quiet", "--scale=" + scale));
        return this;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int[] inFlightToTry() {
        return Clients.toTry();
    }

    @Override
    public void use(int inFlight) {
        clients = inFlight;
    }

    @Override
    public Run closed(double seconds) throws IOException {
        return measure(seconds, List.of(), new Histogram(LONGEST_MICROS, 3));
    }

    /** Its latencies count from when a transaction was due, too; they are in the log of each transaction. */
    @Override
    public Run open(double seconds, double perSecond) throws IOException {
        var latencies = new Histogram(LONGEST_MICROS, 3);
        return measure(
                seconds,
                List.of("--rate=" + perSecond, "--log", "--log-prefix=" + directory.resolve("pgbench_log")),
                latencies);
    }

    private Run measure(double seconds, List<String> more, Histogram latencies) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--builtin=tpcb-like",
                "--protocol=prepared",
                "--no-vacuum",
                "--client=" + clients,
                "--jobs=" + Math.min(2, clients),
                "--time=" + Math.max(1, Math.round(seconds))));
        options.addAll(more);
        long before = cpuNanosOfChildren();
        String report = run(options);
        long cpu = cpuNanosOfChildren() - before;
        read(latencies);
        return new Run(
                Double.parseDouble(find(PER_SECOND, report)),
                Long.parseLong(find(TRANSACTIONS, report)),
                0,
                cpu,
                0,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getMaxValue() / 1e3);
    }

    /** Each line is a transaction: client, number, microseconds, ... */
    private void read(Histogram latencies) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(directory)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith("pgbench_log"))
                    .toList();
        }
        for (Path log : logs) {
            for (String line : Files.readAllLines(log)) {
                latencies.recordValue(Math.min(LONGEST_MICROS, Long.parseLong(line.split(" ")[2])));
            }
            Files.delete(log);
        }
    }

    private static String find(Pattern pattern, String report) throws IOException {
        var found = pattern.matcher(report);
        if (!found.find()) {
            throw new IOException("pgbench did not tell " + pattern + ":\n" + report);
        }
        return found.group(1);
    }

    private String run(List<String> options) throws IOException {
        var server = URI.create(database.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(options);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGHOST", server.getHost());
        builder.environment().put("PGPORT", Integer.toString(server.getPort()));
        builder.environment().put("PGDATABASE", server.getPath().substring(1));
        builder.environment().put("PGUSER", database.owner().user());
        builder.environment().put("PGPASSWORD", database.owner().password());
        var process = builder.start();
        process.getOutputStream().close();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("pgbench failed:\n" + report);
            }
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
        return report;
    }

    /** Processor time of all processes that were started here and have ended; 0 where there is no {@code /proc}. */
    private static long cpuNanosOfChildren() throws IOException {
        if (!Files.exists(SELF)) {
            return 0;
        }
        String stat = Files.readString(SELF);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return NANOS_PER_TICK * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }

    @Override
    public List<String> check() {
        var sums = new JdbcTemplate(Databases.single(database, database.owner())).queryForMap(SUMS);
        return sums.values().stream().map(String::valueOf).distinct().count() == 1
                ? List.of()
                : List.of("the sums differ: " + sums);
    }

    @Override
    public void close() {}
}
