package kr.dure.ops.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four town files in the test resources, with what an independent implementation computed from them. */
public final class TownFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TownFile() {}

    /** The file itself, unpacked. */
    public static InputStream lines(String town) throws IOException {
        var plain = TownFile.class.getResourceAsStream("/town/" + town + ".jsonl");
        return plain != null ? plain : unpacked(town + ".jsonl.gz");
    }

    public static List<JsonNode> results(String town) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(unpacked(town + ".results.jsonl.gz"), StandardCharsets.UTF_8))) {
            return lines.lines().map(JSON::readTree).toList();
        }
    }

    public static JsonNode report(String town) throws IOException {
        try (var report = resource(town + ".expected.json")) {
            return JSON.readTree(report);
        }
    }

    private static InputStream unpacked(String name) throws IOException {
        return new GZIPInputStream(resource(name));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TownFile.class.getResourceAsStream("/town/" + name), name);
    }
}
