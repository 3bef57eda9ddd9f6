package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kr.dure.ops.reference.ReferenceTown;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a line is valid by its form, and which id it has: read twice, by two readers that share nothing. */
class LineFormTest {
    private static final List<String> LINES = lines();
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-0",
        "1",
        "-1",
        "1.0",
        "1e3",
        "1000000000000",
        "1000000000001",
        "9223372036854775808",
        "123456789012345678901234567890",
        "01",
        "+1",
        "\"\"",
        "\"x\"",
        "\"city\"",
        "\"a:b\"",
        "\"\\u0000\"",
        "\"\\u007f\"",
        "\"\\u009f\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\udc00\\ud800\"",
        "\"\u0085\"",
        "[]",
        "[1]",
        "{}",
        "[{}]",
        "{\"a\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"can\":240}",
        "\"2026-02-29\"",
        "\"2028-02-29\"",
        "\"0000-01-01\"",
        "\"2026-1-01\"",
        "\"2026-10-01T00:00:00Z\"",
        "\"2026-10-01t00:00:00Z\"",
        "\"2026-10-01T00:00:00z\"",
        "\"2026-10-01T24:00:00Z\"",
        "\"2026-10-01T23:59:60Z\"",
        "\"2026-10-01T00:00:00.5Z\"",
        "\"2026-10-01T00:00:00.Z\"",
        "\"2026-10-01T00:00:00.1234567891234Z\"",
        "\"2026-10-01T00:00:00+23:59\"",
        "\"2026-10-01T00:00:00+24:00\"",
        "\"2026-10-01T00:00:00-00:00\"",
        "\"2026-10-01T00:00:00+0900\"",
        "\"1999-12-31T23:59:59Z\"",
        "\"2199-12-31T23:59:59-23:59\"",
        "\"2200-01-01T00:00:00Z\"",
        "\"resident\"",
        "\"Resident\"",
        "\"policy\"",
        "NaN",
        "'x'",
        "10",
        "20",
        "30",
        "1000000",
        "1000001",
        "[\"a\",\"a\"]",
        "[null]",
        "{\"\":1}"
    };

    private static final String NOISE = " \t\r\u00a0\ufeff,{}[]\"\\:";

    private static List<String> lines() {
        try (var small = new BufferedReader(new InputStreamReader(TownFile.lines("edges"), StandardCharsets.UTF_8))) {
            return small.lines()
                    .filter(line -> line.startsWith("{") && line.length() < 1_000)
                    .toList();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Property(tries = 4_000)
    void twoReadersAgree(@ForAll("mutants") String line) {
        assertReadAlike(line.getBytes(StandardCharsets.UTF_8));
    }

    @Tag("long")
    @Property(tries = 300_000)
    void twoReadersAgreeForLong(@ForAll("mutants") String line) {
        assertReadAlike(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onBytesThatAreNoText() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8);
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            assertReadAlike(line);
        }
    }

    @Test
    void onNestingAndLength() {
        for (int depth = 60; depth <= 68; depth++) {
            assertReadAlike(("{\"id\":\"x\",\"op\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                    .getBytes(StandardCharsets.UTF_8));
            assertReadAlike(("{\"id\":\"x\",\"op\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (int points = 63; points <= 66; points++) {
            assertReadAlike(("{\"id\":\"" + "가".repeat(points) + "\"}").getBytes(StandardCharsets.UTF_8));
            assertReadAlike(("{\"id\":\"" + "😀".repeat(points) + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        assertReadAlike(("{\"id\":\"x\",\"amount\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8));
        assertReadAlike(("{\"id\":\"x\",\"" + "k".repeat(200_000) + "\":1}").getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReadAlike(byte[] line) {
        var model = new ReferenceTown().line(line);
        var read = new TownReader(person -> person, content -> content).read(line);
        boolean valid = read instanceof TownLine.Valid;
        String id = switch (read) {
            case TownLine.Valid(var operation) -> operation.id().value();
            case TownLine.Invalid(var some, var _) -> some;
        };

        var described = new String(Arrays.copyOf(line, Math.min(line.length, 2_000)), StandardCharsets.UTF_8);
        assertThat(valid)
                .as(described)
                .isEqualTo(!model.get("result").stringValue().equals("invalid"));
        assertThat(id).as(described).isEqualTo(model.get("id").stringValue(null));
    }

    @Provide
    Arbitrary<String> mutants() {
        return Arbitraries.randomValue(random -> {
            String line = LINES.get(random.nextInt(LINES.size()));
            for (int times = random.nextInt(3); times >= 0; times--) {
                line = mutated(line, random);
            }
            return line;
        });
    }

    private static String mutated(String line, Random random) {
        List<Integer> colons = new ArrayList<>();
        for (int i = line.indexOf("\": "); i >= 0; i = line.indexOf("\": ", i + 1)) {
            colons.add(i + 3);
        }
        if (colons.isEmpty()) {
            return line;
        }
        int value = colons.get(random.nextInt(colons.size()));
        int end = endOfValue(line, value);
        String other = VALUES[random.nextInt(VALUES.length)];
        int key = line.lastIndexOf('"', value - 4);
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> line.substring(0, value) + other + line.substring(end);
            case 3 -> line.substring(0, end) + ", \"extra\": " + other + line.substring(end);
            case 4 -> line.substring(0, end) + ", " + line.substring(key, value) + other + line.substring(end);
            case 5 -> line.substring(0, Math.max(1, key)) + line.substring(Math.min(line.length(), end + 2));
            default -> {
                int at = random.nextInt(line.length());
                yield line.substring(0, at) + NOISE.charAt(random.nextInt(NOISE.length())) + line.substring(at);
            }
        };
    }

    private static int endOfValue(String line, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted = c == '"' ? !quoted : quoted;
            if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']') && depth-- == 0) {
                return i;
            } else if (!quoted && c == ',' && depth == 0) {
                return i;
            }
        }
        return line.length();
    }
}
