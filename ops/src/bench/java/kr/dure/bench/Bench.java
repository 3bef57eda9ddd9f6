package kr.dure.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code dure bench}. */
@Command(
        name = "dure bench",
        mixinStandardHelpOptions = true,
        description = {
            "두레와 다른 방식들을 같은 부하, 같은 PostgreSQL에서 번갈아 잽니다.",
            "Measures Dure and its peers in turns, under the same load on the same PostgreSQL.",
            "Scenarios: ${COMPLETION-CANDIDATES}; all of them if none is named."
        })
public final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", arity = "0..*")
    private List<Scenario> scenarios = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "결과를 JSON으로도 씁니다 / writes the figures as JSON, too")
    private @Nullable Path json;

    @Option(names = "--data", paramLabel = "DIR", description = "임시로 쓸 디렉터리 / where to work (default: a temporary one)")
    private @Nullable Path data;

    @Option(names = "--runs", defaultValue = "3", description = "counted runs of each (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--seconds", defaultValue = "5", description = "seconds of a run (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description = "seconds before counting, at least (default: ${DEFAULT-VALUE})")
    private double warmUp;

    @Option(
            names = "--scale",
            defaultValue = "1",
            description = "size of the town and of its past, to try the benchmark itself (default: ${DEFAULT-VALUE})")
    private double scale;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var wanted = scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : EnumSet.copyOf(scenarios);
        var screen = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var directory = data == null ? Files.createTempDirectory("dure-bench") : data;
        List<Arena.Result> results = new ArrayList<>();
        boolean whole = true;
        try (var server = new Server(directory, screen::println)) {
            var arena = new Arena(
                    server,
                    directory,
                    new Arena.Pace(warmUp, seconds, runs, scale),
                    what -> screen.println("  " + what));
            var table = new Table(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            table.machine(Machine.here(server.version()));
            for (Scenario scenario : wanted) {
                screen.println(scenario.title());
                try {
                    var result = scenario.run(arena);
                    results.add(result);
                    table.print(result);
                } catch (Arena.VoidRun voided) {
                    whole = false;
                    table.voided(scenario.title(), String.valueOf(voided.getMessage()));
                }
            }
            if (json != null) {
                Map<String, Object> report = new LinkedHashMap<>();
                report.put("machine", Machine.here(server.version()));
                report.put("scenarios", results);
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValue(json.toFile(), report);
            }
        }
        if (data == null) {
            delete(directory);
        }
        return whole ? 0 : 1;
    }

    private static void delete(Path directory) throws java.io.IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
