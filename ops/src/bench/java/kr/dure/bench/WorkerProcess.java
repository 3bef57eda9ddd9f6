package kr.dure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dure.ops.postgres.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subject in a process of its own, as the benchmark sees it. */
final class WorkerProcess implements Contestant {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final List<String> JVM = List.of(
            "-Xmx3g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseParallelGC",
            "-Xmn256m",
            "-Daxoniq.update-checker.disabled=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    private static final int[] AS_IT_IS = {1};

    private final String name;
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private int[] tries = AS_IT_IS;

    /** On any core. */
    WorkerProcess(String name, Database database, Path directory, Population population, Workload workload, long seed)
            throws IOException {
        this(name, database, directory, population, workload, seed, null);
    }

    /** @param core the only one that it may use; any if null */
    WorkerProcess(
            String name,
            Database database,
            Path directory,
            Population population,
            Workload workload,
            long seed,
            @Nullable Integer core)
            throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>();
        if (core != null) {
            command.addAll(List.of("taskset", "--cpu-list", core.toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(
                        "DURE_BENCH_ORDER",
                        JSON.writeValueAsString(new Worker.Order(
                                name,
                                database.url(),
                                database.owner().user(),
                                database.owner().password(),
                                database.app().user(),
                                database.app().password(),
                                directory.toString(),
                                population,
                                workload,
                                seed)));
        this.process = builder.start();
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits until it has prepared itself. */
    WorkerProcess ready() throws IOException {
        tries = JSON.treeToValue(answer().get("tries"), int[].class);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] inFlightToTry() {
        return tries.clone();
    }

    @Override
    public void use(int inFlight) throws IOException {
        ask("use " + inFlight);
    }

    @Override
    public Run closed(double seconds) throws IOException {
        return run("closed " + seconds);
    }

    @Override
    public Run open(double seconds, double perSecond) throws IOException {
        return run("open " + seconds + " " + perSecond);
    }

    /** A fixed number of requests. */
    Run count(long requests) throws IOException {
        return run("count " + requests);
    }

    /** Something that this subject alone can do: its figures, each time. */
    double[] feat(String name, long size, int times) throws IOException {
        return JSON.treeToValue(ask("feat " + name + " " + size + " " + times).get("figures"), double[].class);
    }

    private Run run(String order) throws IOException {
        return JSON.treeToValue(ask(order), Run.class);
    }

    @Override
    public List<String> check() throws IOException {
        List<String> differences = new ArrayList<>();
        ask("check").get("differences").forEach(difference -> differences.add(difference.asString()));
        return differences;
    }

    /** What is wrong with the money, if so much was acknowledged elsewhere. */
    List<String> check(Done done) throws IOException {
        ask("acknowledged %d %d %d".formatted(done.requests(), done.items(), done.won()));
        return check();
    }

    /** All that was acknowledged here. */
    Done done() throws IOException {
        return JSON.treeToValue(ask("done"), Done.class);
    }

    long pid() {
        return process.pid();
    }

    private JsonNode ask(String order) throws IOException {
        orders.println(order);
        return answer();
    }

    private JsonNode answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(name + " has ended");
        }
        var answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IOException(name + ": " + answer.get("error").asString());
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        orders.println("quit");
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
