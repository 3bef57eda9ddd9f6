package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server process at work on a cluster, as its {@code postmaster.pid} tells and the process table confirms. */
record Postmaster(ProcessHandle process, int port) {

    /** The server of this cluster, in whatever state; empty when the file is stale or is a copy of another cluster's. */
    static Optional<Postmaster> of(Cluster cluster) throws IOException {
        List<String> lines = lines(cluster);
        if (lines.size() < 4 || !lines.get(1).equals(cluster.directory().toString())) {
            return Optional.empty();
        }
        return process(lines)
                .filter(process -> serves(process, cluster))
                .map(process ->
                        new Postmaster(process, Integer.parseInt(lines.get(3).strip())));
    }

    /** What the server last noted of itself; asking it over the port while it recovers would only fill its log. */
    static boolean ready(Cluster cluster) throws IOException {
        List<String> lines = lines(cluster);
        return lines.size() >= 8 && lines.get(7).startsWith("ready");
    }

    /**
     * Removes a {@code postmaster.pid} whose process id now belongs to some other program (after a reboot, or in a new
     * container), which would make PostgreSQL refuse to start. One whose process is gone is PostgreSQL's to clear up.
     */
    static void forgetStale(Cluster cluster) throws IOException {
        List<String> lines = lines(cluster);
        boolean gone = pid(lines).isPresent() && process(lines).isEmpty();
        if (!gone && of(cluster).isEmpty()) {
            Files.deleteIfExists(file(cluster));
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return alive(process);
    }

    /** The server and its helpers: the one that writes the log is the last to go. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** A process that has ended but was not yet asked how (where process 1 is slow, or does not ask) has no command. */
    static boolean alive(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    /** The command line, which the server keeps, is readable also where the program's file is not. */
    private static boolean serves(ProcessHandle process, Cluster cluster) {
        String command = "/bin/postgres -D " + cluster.directory() + " ";
        return process.info()
                .commandLine()
                .filter(line -> line.contains(command))
                .isPresent();
    }

    private static Optional<Long> pid(List<String> lines) {
        return lines.stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return pid(lines).flatMap(ProcessHandle::of);
    }

    private static List<String> lines(Cluster cluster) throws IOException {
        try {
            return Files.readAllLines(file(cluster));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Path file(Cluster cluster) {
        return cluster.directory().resolve("postmaster.pid");
    }
}
