package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code dure} command as a process of its own, with the class path of the test. What it says goes to files. */
final class DureProcess implements AutoCloseable {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int MINUTES = 3;
    private static final List<String> OPTIONS = List.of(
            "-Xmx1g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseParallelGC",
            "-Xmn256m",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final Process process;
    private final Path out;
    private final Path err;

    private DureProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it with the options that {@code ops/dure} gives Java, but for the one that forbids Axon to look for updates:
     * it must not do so of itself.
     *
     * @param before what to run it under, if anything: the words before {@code java}
     */
    static DureProcess start(Path folder, Map<String, String> environment, List<String> before, String... arguments)
            throws IOException, InterruptedException {
        return start(folder, environment, before, "kr.dure.ops.Dure", arguments);
    }

    static DureProcess torture(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, Map.of(), List.of(), "kr.dure.torture.Torture", arguments);
    }

    static DureProcess bench(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, Map.of(), List.of(), "kr.dure.bench.Bench", arguments);
    }

    private static DureProcess start(
            Path folder, Map<String, String> environment, List<String> before, String main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(JAVA);
        command.addAll(Archived.options(OPTIONS));
        command.add(main);
        command.addAll(List.of(arguments));
        File out = Files.createTempFile(folder, "out", ".txt").toFile();
        File err = Files.createTempFile(folder, "err", ".txt").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().keySet().removeIf(name -> name.startsWith("DURE_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new DureProcess(builder.start(), out.toPath(), err.toPath());
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as("dure has not ended: %s", this)
                .isTrue();
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** Sends it a signal by name: {@code STOP}, {@code CONT}, {@code TERM}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it run for a while, or to its end. */
    void letRun(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** As {@code kill -9}: it can clear up nothing. */
    void destroyForcibly() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Standard error without the sentences on what takes time. */
    List<String> complaints() throws IOException {
        return err().lines()
                .filter(line ->
                        !line.isBlank() && !line.startsWith("PostgreSQL") && !line.startsWith("NOTE: Picked up"))
                .toList();
    }

    /** It ended well and said so. */
    void succeeds() throws IOException, InterruptedException {
        assertThat(exitCode()).as(toString()).isZero();
        assertThat(err() + out()).doesNotContain("\tat ");
        assertThat(complaints()).isEmpty();
    }

    /**
     * It ended badly, and said why in one line.
     *
     * @return the line
     */
    String complains() throws IOException, InterruptedException {
        assertThat(exitCode()).as(toString()).isNotZero();
        assertThat(err() + out()).doesNotContain("\tat ");
        assertThat(complaints()).hasSize(1);
        assertThat(complaints().getFirst())
                .contains(" / ")
                .doesNotContain("Exception")
                .doesNotContain("Internal error");
        return complaints().getFirst();
    }

    @Override
    public void close() throws InterruptedException {
        destroyForcibly();
    }

    @Override
    public String toString() {
        try {
            return process + "\n" + out() + err();
        } catch (IOException unread) {
            return process.toString();
        }
    }
}
