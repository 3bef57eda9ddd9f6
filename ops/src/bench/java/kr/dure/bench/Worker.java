package kr.dure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.Login;
import tools.jackson.databind.json.JsonMapper;

/** One subject in a process of its own: takes orders by lines, and answers each with a line of JSON. */
final class Worker {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LIFETIME_SEED_STEP = 7919;

    private final Subject subject;
    private final Population population;
    private final Workload workload;
    private int inFlight;
    private long seed;
    private Done done = Done.NOTHING;

    private Worker(Subject subject, Population population, Workload workload, long seed) {
        this.subject = subject;
        this.population = population;
        this.workload = workload;
        this.inFlight = subject.inFlightToTry()[0];
        this.seed = seed;
    }

    /** The orders: {@code closed SECONDS}, {@code open SECONDS RATE}, {@code count REQUESTS}, {@code use N}, {@code check}, and others. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever else prints must not end up among the answers
        var order = JSON.readValue(System.getenv("DURE_BENCH_ORDER"), Order.class);
        try (var subject = order.subject()) {
            subject.prepare(order.population());
            var worker = new Worker(subject, order.population(), order.workload(), order.seed());
            out.println(JSON.writeValueAsString(Map.of("ready", true, "tries", subject.inFlightToTry())));
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
                out.println(JSON.writeValueAsString(worker.obey(line.split(" "))));
            }
        } catch (Exception failure) {
            failure.printStackTrace(System.err);
            out.println(JSON.writeValueAsString(Map.of("error", String.valueOf(failure))));
        }
        System.exit(0);
    }

    /**
     * What a worker is to be.
     *
     * @param name of the subject
     * @param directory where it may keep files of its own
     */
    record Order(
            String name,
            String url,
            String owner,
            String ownerPassword,
            String app,
            String appPassword,
            String directory,
            Population population,
            Workload workload,
            long seed) {
        Subject subject() {
            var database = new Database(url, new Login(owner, ownerPassword), new Login(app, appPassword));
            return Subjects.of(name, database, Path.of(directory));
        }
    }

    private Map<String, Object> obey(String[] order) throws Exception {
        return switch (order[0]) {
            case "closed" -> run(load -> load.closed(inFlight, seconds(order[1])));
            case "count" -> run(load -> load.closed(inFlight, Duration.ofHours(1), Long.parseLong(order[1])));
            case "open" -> run(load -> load.open(Double.parseDouble(order[2]), seconds(order[1])));
            case "use" -> {
                inFlight = Integer.parseInt(order[1]);
                subject.use(inFlight);
                yield Map.of();
            }
            case "feat" -> feat(order[1], Long.parseLong(order[2]), Integer.parseInt(order[3]));
            case "done" -> Map.of("requests", done.requests(), "items", done.items(), "won", done.won());
            case "acknowledged" -> {
                done = done.plus(
                        new Done(Long.parseLong(order[1]), Long.parseLong(order[2]), Long.parseLong(order[3])));
                yield Map.of();
            }
            case "check" -> Map.of("differences", subject.check(done));
            default -> throw new IOException("an unknown order: " + order[0]);
        };
    }

    private Map<String, Object> feat(String name, long size, int times) throws Exception {
        if (!(subject instanceof DureSubject dure)) {
            throw new IOException("only Dure does that");
        }
        var feats = new Feats(dure, population);
        var figures = switch (name) {
            case "rebuild" -> feats.rebuild(size, times);
            case "follow" -> feats.follow(size, times);
            case "load" -> feats.load(size, times);
            default -> throw new IOException("an unknown feat: " + name);
        };
        done = done.plus(feats.done());
        return Map.of("figures", figures);
    }

    private interface Drive {
        Load.Outcome with(Load load) throws InterruptedException;
    }

    private Map<String, Object> run(Drive drive) throws Exception {
        seed += LIFETIME_SEED_STEP;
        long before = cpuNanos();
        var outcome = drive.with(new Load(subject, workload.requests(population, seed)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("perSecond", outcome.perSecond());
        answer.put("items", outcome.done().items());
        answer.put("refused", outcome.refused());
        answer.put("cpuNanos", cpuNanos() - before);
        answer.put("lagMillis", subject.lagMillis());
        var latencies = outcome.latencies();
        if (latencies != null) {
            answer.put("p50ms", latencies.getValueAtPercentile(50) / 1e6);
            answer.put("p99ms", latencies.getValueAtPercentile(99) / 1e6);
            answer.put("maxMs", latencies.getMaxValue() / 1e6);
        }
        done = done.plus(outcome.done());
        return answer;
    }

    private static long cpuNanos() {
        var bean = ManagementFactory.getOperatingSystemMXBean();
        return bean instanceof com.sun.management.OperatingSystemMXBean process ? process.getProcessCpuTime() : 0;
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis((long) (1_000 * Double.parseDouble(text)));
    }
}
