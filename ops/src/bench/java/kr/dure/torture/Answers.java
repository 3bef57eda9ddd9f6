package kr.dure.torture;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Everything that clients were told, in a file; in memory only what is new since the last look. */
final class Answers implements AutoCloseable {
    private static final int PAGE = 2_000;

    private final BufferedWriter file;
    private List<Told> fresh = new ArrayList<>();
    private long accepted;
    private long refused;

    Answers(Path data) throws IOException {
        this.file = Files.newBufferedWriter(in(data), StandardOpenOption.CREATE_NEW);
    }

    static Path in(Path data) {
        return data.resolve("answers");
    }

    synchronized void note(Told told) throws IOException {
        file.write(told.line());
        file.newLine();
        fresh.add(told);
        if (told.isAccepted()) {
            accepted++;
        } else {
            refused++;
        }
    }

    /** What was noted since this was asked last. */
    synchronized List<Told> takeFresh() throws IOException {
        file.flush();
        var taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    synchronized long count() {
        return accepted + refused;
    }

    synchronized long refusals() {
        return refused;
    }

    @FunctionalInterface
    interface Use<E extends Exception> {
        void of(List<Told> page) throws E;
    }

    /** All that is in a file, a page at a time. */
    static <E extends Exception> long pages(Path data, Use<E> use) throws IOException, E {
        long count = 0;
        try (var lines = Files.newBufferedReader(in(data))) {
            List<Told> page = new ArrayList<>(PAGE);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                page.add(Told.read(line));
                count++;
                if (page.size() == PAGE) {
                    use.of(page);
                    page.clear();
                }
            }
            use.of(page);
        }
        return count;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
