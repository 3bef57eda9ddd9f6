package kr.dure.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every problem that there is: its status, and how it is said in Korean and in English. */
public final class ProblemTexts {
    private static final Map<String, Text> TEXTS = read();

    private ProblemTexts() {}

    /** @param status of HTTP */
    public record Text(int status, String korean, String english) {}

    public static Set<String> codes() {
        return TEXTS.keySet();
    }

    /** @throws IllegalArgumentException if there is no such problem */
    public static Text of(String code) {
        var text = TEXTS.get(code);
        if (text == null) {
            throw new IllegalArgumentException("no problem has the code " + code);
        }
        return text;
    }

    private static Map<String, Text> read() {
        try (@Nullable InputStream file = ProblemTexts.class.getResourceAsStream("problems.txt")) {
            String lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Text> texts = new TreeMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\\s*\\|\\s*", -1);
                        texts.put(cells[1], new Text(Integer.parseInt(cells[0]), cells[2], cells[3]));
                    });
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
