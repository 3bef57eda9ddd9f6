package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.dure.ops.ModelPlace;
import kr.dure.ops.town.TownFile;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A data directory of a test, and the {@code dure} processes on it. Once it is closed, nothing of them runs. */
final class TestLedger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEAD = "select coalesce(max(position), 0) from ledger.event";

    private final Path folder;
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final List<DureProcess> started = new ArrayList<>();

    TestLedger(Path data) throws IOException {
        this.data = data;
        this.folder = Files.createDirectories(data.getParent());
    }

    /** @see ModelPlace#fresh */
    static TestLedger fresh(Path temporary) throws IOException {
        return new TestLedger(ModelPlace.fresh(temporary));
    }

    /** @see ModelPlace#ready */
    static TestLedger ready(Path temporary) throws IOException {
        return new TestLedger(ModelPlace.ready(temporary));
    }

    TestLedger with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path data() {
        return data;
    }

    /** Starts a command on this ledger. */
    DureProcess start(String... arguments) throws IOException, InterruptedException {
        return startUnder(List.of(), arguments);
    }

    DureProcess startUnder(List<String> before, String... arguments) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        var process = DureProcess.start(folder, environment, before, all);
        started.add(process);
        return process;
    }

    /** Runs a command on this ledger to its end, whatever that is. */
    DureProcess run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        process.exitCode();
        return process;
    }

    DureProcess imports(Path file) throws IOException, InterruptedException {
        return run("import", file.toString());
    }

    JsonNode report() throws IOException, InterruptedException {
        var report = run("report", "--json");
        report.succeeds();
        return JSON.readTree(report.out());
    }

    /** Everything that is in the log adds up to everything that can be read. */
    void verify() throws IOException, InterruptedException {
        var verify = run("verify");
        assertThat(verify.exitCode()).as(verify.toString()).isZero();
    }

    // -------------------------------------------------------------------------------------------- its database

    /** The embedded database's server. */
    Optional<ProcessHandle> postmaster() throws IOException {
        var lines = postmasterFile();
        return lines.size() < 4
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(TestLedger::runs);
    }

    /** As {@code kill -9} of the server. */
    void killPostmaster() throws IOException {
        var family = family();
        postmaster().orElseThrow().destroyForcibly();
        awaitEnd(family.subList(0, 1));
    }

    private List<ProcessHandle> family() throws IOException {
        return postmaster().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    private List<String> postmasterFile() throws IOException {
        try {
            return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** A connection as superuser. */
    Connection connect(String database) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3).strip() + "/" + database;
        String password = Files.readString(data.resolve("postgres/superuser.password"));
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Waits until the log holds so many events, or the process has ended. */
    void awaitHead(long events, DureProcess importing) throws IOException, SQLException {
        patiently().until(() -> !importing.isAlive() || answers());
        if (importing.isAlive()) {
            try (var connection = connect("dure");
                    var query = connection.prepareStatement(HEAD)) {
                patiently().until(() -> first(query) >= events || !importing.isAlive());
            }
        }
    }

    /** How many events its log holds. */
    long head() throws IOException, SQLException {
        try (var connection = connect("dure");
                var query = connection.prepareStatement(HEAD)) {
            return first(query);
        }
    }

    private static long first(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean answers() throws IOException {
        if (postmaster().isEmpty()) {
            return false;
        }
        try (var connection = connect("dure");
                var statement = connection.createStatement()) {
            return statement.execute("select from ledger.event limit 1");
        } catch (SQLException | IndexOutOfBoundsException notYet) {
            return false;
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    // -------------------------------------------------------------------------------------------- its end

    @Override
    public void close() throws IOException, InterruptedException {
        for (var process : started) {
            process.close();
        }
        var family = family();
        if (!family.isEmpty()) {
            // Immediate: it leaves no shared memory behind, as it would if it were killed.
            new ProcessBuilder("kill", "-QUIT", Long.toString(family.getFirst().pid()))
                    .start()
                    .waitFor(1, TimeUnit.MINUTES);
            awaitEnd(family);
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(Duration.ofMinutes(1)).until(() -> processes.stream().noneMatch(TestLedger::runs));
    }

    /** A process that nobody has asked how it ended has no command line. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    // -------------------------------------------------------------------------------------------- files

    /** A town file from the resources, unpacked into a folder. */
    static Path file(Path folder, String town) throws IOException {
        Path file = folder.resolve(town + ".jsonl");
        try (var lines = TownFile.lines(town)) {
            Files.copy(lines, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
