package kr.dure.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kr.dure.ops.Complaint;
import kr.dure.ops.cli.ErrorTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dure torture}. */
@Command(
        name = "dure torture",
        mixinStandardHelpOptions = true,
        description = {
            "여러 노드에 무작위로 일을 시키면서 노드, PostgreSQL, 네트워크, 디스크를 고장 내고, 답한 것이 모두 원장에 그대로 있는지 검사합니다.",
            "Asks several nodes for random things while nodes, PostgreSQL, the network and the disk fail, and checks that",
            "every answer is in the ledger as it was given and that no money came or went. Cycle n has the seed S + n - 1:",
            "--seed with it and --cycles 1 repeat its plan. How processes and threads interleave is not repeatable.",
            "Exit code 1 and a kept data directory if anything is not as it should be."
        })
public final class Torture implements Callable<Integer> {
    private static final int THOROUGH_EVERY = 25;
    private static final long KEEPER_MILLIS = 100;
    private static final int VIOLATED = 1;

    @Option(names = "--cycles", defaultValue = "20", description = "주기의 수 / how many (default: ${DEFAULT-VALUE})")
    private int cycles;

    @Option(names = "--seed", description = "첫 주기의 씨앗 / of the first cycle (default: by the clock)")
    private @Nullable Long seed;

    @Option(
            names = "--nodes",
            defaultValue = "3",
            description = "노드의 수, 1–3 / how many, 1 to 3 (default: ${DEFAULT-VALUE})")
    private int nodes;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "새 데이터 디렉터리, 끝나도 남음 / a new data directory, which is kept (default: a temporary one)")
    private @Nullable Path data;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "FAULT",
            description = "이 고장들만 / only these: ${COMPLETION-CANDIDATES}")
    private List<FaultKind> faults = List.of(FaultKind.values());

    @Option(names = "--json", paramLabel = "FILE", description = "결과를 JSON으로도 씁니다 / writes the results as JSON, too")
    private @Nullable Path json;

    @Option(names = "--check", description = "남은 데이터 디렉터리만 다시 검사합니다 / only checks a kept data directory again")
    private boolean check;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    private final Violations violations = new Violations();

    private Torture() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Torture())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorTexts())
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var directory = directory();
        System.setProperty("dure.logs", directory.resolve("logs").toString());
        try (var site = new Site(directory, ownDisk(directory), err::println)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(site::close));
            if (check) {
                new Audit(site, violations).everything(directory);
            } else {
                run(site, directory);
            }
        }
        return conclude(directory);
    }

    private Path directory() throws IOException {
        if (nodes < 1 || nodes > 3) {
            throw new Complaint("노드는 1–3개입니다: " + nodes, "There may be 1 to 3 nodes, not " + nodes);
        }
        if (data == null) {
            return Files.createTempDirectory("dure-torture").toRealPath();
        }
        boolean used = Files.exists(Answers.in(data));
        if (check && !used) {
            throw new Complaint("검사할 것이 없습니다: " + data, "There is nothing to check: " + data);
        }
        if (!check && used) {
            throw new Complaint("이미 쓰인 디렉터리입니다: " + data, "The directory was used before: " + data);
        }
        return Files.createDirectories(data).toRealPath();
    }

    private boolean ownDisk(Path directory) {
        return check ? SmallDisk.isIn(directory) : faults.contains(FaultKind.DISK_FULL);
    }

    private void run(Site site, Path directory) throws Exception {
        var skipped = Injector.impossible(site, nodes);
        skipped.keySet().retainAll(faults);
        skipped.forEach((kind, why) -> out.println("건너뜀 / skipped: " + kind.title() + " (" + why + ")"));
        var possible =
                faults.stream().filter(kind -> !skipped.containsKey(kind)).toList();
        site.addNodes(nodes);
        var watcher = new Watcher(site, violations);
        var summary = new Summary(out, watcher);
        try (var answers = new Answers(directory);
                var _ = Repeating.every(KEEPER_MILLIS, "keeper", () -> site.keepRunning(violations::add))) {
            prepare(site, answers);
            var watching = Thread.ofPlatform().name("dure-torture-watcher").start(watcher::run);
            try {
                cycles(site, answers, watcher, possible, summary, directory);
            } finally {
                watching.interrupt();
                watching.join();
            }
        }
        summary.print();
        if (json != null) {
            summary.write(json, violations);
        }
    }

    private void prepare(Site site, Answers answers) throws InterruptedException, IOException {
        var client = new Client(
                site.nodes(), site.keys().keyedHash(), answers, new Tally(), violations, new java.util.Random(0));
        for (var request : Workload.opening()) {
            client.ask(request);
        }
    }

    private void cycles(
            Site site, Answers answers, Watcher watcher, List<FaultKind> possible, Summary summary, Path directory)
            throws InterruptedException, IOException, SQLException {
        long first = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
        var audit = new Audit(site, violations);
        var cycle = new Cycle(site, answers, watcher, audit, violations);
        for (int number = 1; number <= cycles && violations.none(); number++) {
            var result = cycle.run(number, Plan.of(first + number - 1, possible));
            if (site.isClosed()) {
                throw new Complaint("도중에 끝냈습니다", "It was told to end");
            }
            summary.add(result);
            if (violations.none() && (number % THOROUGH_EVERY == 0 || number == cycles)) {
                audit.everything(directory);
            }
        }
    }

    private int conclude(Path directory) throws IOException {
        if (violations.none()) {
            out.println("✓ 모두 맞습니다 / Everything agrees");
            if (data == null) {
                delete(directory);
            }
            return 0;
        }
        violations.named().forEach(what -> out.println("✗ " + what));
        out.printf("✗ 맞지 않는 것 / violations: %,d%n", violations.count());
        out.println("남겨 둠 / kept: " + directory);
        return VIOLATED;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
