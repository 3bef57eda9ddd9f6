package kr.dure.ops.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server wrote: a file for its first words, then one after the other of bounded size. */
final class ServerLog {
    private static final int KEPT = 10;
    private static final int TAIL = 64 * 1024;

    private final Path directory;
    private Instant begun = Instant.EPOCH;

    ServerLog(Path directory) {
        this.directory = directory;
    }

    /** Where a server writes until it has opened its own log, and why it could not. */
    Path firstWords() {
        return directory.resolve("start.out");
    }

    /** Before an attempt to start, so that its lines are told from older ones. */
    void begin() throws IOException {
        Files.deleteIfExists(firstWords());
        trim();
        begun = Instant.now().minusSeconds(1);
    }

    void trim() throws IOException {
        List<Path> files = rotated();
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    /** The newest line, without time and process id. */
    String lastLine() throws IOException {
        String last = "";
        for (Path file : sinceBegun()) {
            last = lines(file).reduce(last, (first, second) -> second);
        }
        return last;
    }

    /** Why the last attempt failed: the newest FATAL or PANIC line of the file in which there is one. */
    Optional<String> fatal() throws IOException {
        for (Path file : sinceBegun()) {
            // With a user's name before it, it is a session's end: of one that came too early, or outlived its server.
            Optional<String> fatal = lines(file)
                    .filter(line -> line.startsWith("FATAL:") || line.startsWith("PANIC:"))
                    .reduce((first, last) -> last);
            if (fatal.isPresent()) {
                return fatal;
            }
        }
        return Optional.empty();
    }

    private List<Path> sinceBegun() throws IOException {
        List<Path> files = new ArrayList<>(List.of(firstWords()));
        for (Path file : rotated().reversed().stream().limit(1).toList()) {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(begun)) {
                files.add(file);
            }
        }
        return files;
    }

    private static Stream<String> lines(Path file) throws IOException {
        return tail(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst("^\\S+ \\S+ \\S+ \\[\\d+\\] +", ""));
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - TAIL));
            byte[] tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        }
    }

    /** Oldest first: the names hold the time. */
    private List<Path> rotated() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("postgres-[0-9-]+\\.log"))
                    .sorted()
                    .toList();
        }
    }
}
