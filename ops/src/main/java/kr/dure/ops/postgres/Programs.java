package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb}, {@code pg_ctl} and {@code postgres}, as the right user and in a plain environment. */
record Programs(Path home, RunAs runAs, Path outputs) {
    private static final Duration BEAT = Duration.ofSeconds(5);

    /** How a program ended and what it said. */
    record Outcome(int exit, String output) {
        boolean good() {
            return exit == 0;
        }

        /** Its last words, for a message. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last);
        }
    }

    /** Says early and clearly when the programs cannot run here: not reachable, not executable, not for this system. */
    void probe() throws IOException, InterruptedException {
        if (!runAs.reaches(home.resolve("bin").resolve("postgres"))) {
            throw new PostgresUnavailable.UnfitDirectory(
                    "PostgreSQL을 실행할 사용자(" + runAs.who() + ")가 들어갈 수 없는 디렉터리입니다: " + home,
                    "The user that runs PostgreSQL (" + runAs.who() + ") cannot reach the directory: " + home);
        }
        Outcome outcome = run("postgres", () -> {}, "--version");
        if (!outcome.good() || !outcome.output().contains(Binaries.VERSION)) {
            throw new PostgresUnavailable.ProgramsUnusable(home, runAs.who(), outcome.lastLine(), null);
        }
    }

    /**
     * Runs a program to its end, with {@code beat} called every few seconds. What it says goes to a file, not a pipe: a
     * server started by it would inherit the pipe and keep it open.
     */
    Outcome run(String program, Runnable beat, String... arguments) throws IOException, InterruptedException {
        Path output = outputs.resolve(program + ".out");
        Files.deleteIfExists(output);
        Files.createFile(output, PrivateFiles.FILE);
        ProcessBuilder builder = new ProcessBuilder(
                        runAs.command(home.resolve("bin").resolve(program), List.of(arguments)))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Messages are read for reasons, so they must be in English; and PGDATA and its like are someone else's.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = start(builder);
        try {
            while (!process.waitFor(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                beat.run();
            }
        } finally {
            process.destroy();
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PostgresUnavailable.ProgramsUnusable(home, runAs.who(), String.valueOf(e.getMessage()), e);
        }
    }
}
