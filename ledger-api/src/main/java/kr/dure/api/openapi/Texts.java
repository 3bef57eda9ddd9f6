package kr.dure.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of texts, a line for each: a key, a word for programs, Korean, English. */
final class Texts {
    private final String file;
    private final Map<String, Line> lines;
    private final Set<String> found = new HashSet<>();

    Texts(String file) {
        this.file = file;
        this.lines = read(file);
    }

    /** @param word for programs: an operation's name, or an example in JSON */
    record Line(String word, String korean, String english) {
        /** Korean first. */
        String both() {
            return korean + " · " + english;
        }
    }

    String file() {
        return file;
    }

    @Nullable
    Line find(String key) {
        found.add(key);
        return lines.get(key);
    }

    /** Lines that nobody has looked for. */
    void reportLeftovers(Lacks lacks) {
        lines.keySet().stream()
                .filter(key -> !found.contains(key))
                .forEach(key -> lacks.add("%s speaks of «%s», which is not served.", file, key));
    }

    private static Map<String, Line> read(String name) {
        try (@Nullable InputStream file = Texts.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Line> lines = new LinkedHashMap<>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 4))
                    .forEach(cells -> lines.put(cells[0].strip(), new Line(cells[1], cells[2], cells[3].strip())));
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
