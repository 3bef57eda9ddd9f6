package kr.dure.ops.town;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The results of an import, one JSON object a line in the order of the lines. The file is there when it is whole. */
final class Results implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path file;
    private final @Nullable Path partial;
    private final Writer out;

    private Results(@Nullable Path file, @Nullable Path partial, Writer out) {
        this.file = file;
        this.partial = partial;
        this.out = out;
    }

    /** @throws IOException if the file cannot be written where it is to stand */
    static Results into(@Nullable Path file) throws IOException {
        if (file == null) {
            return new Results(null, null, Writer.nullWriter());
        }
        Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part");
        return new Results(
                file, partial, new BufferedWriter(Files.newBufferedWriter(partial, StandardCharsets.UTF_8), 1 << 16));
    }

    void write(long line, @Nullable String id, String result, @Nullable String code) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("line", line);
        object.put("id", id);
        object.put("result", result);
        if (code != null) {
            object.put("code", code);
        }
        out.write(JSON.writeValueAsString(object));
        out.write('\n');
    }

    /** Puts the file in its place. */
    void finish() throws IOException {
        out.close();
        if (file != null && partial != null) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (partial != null) {
            Files.deleteIfExists(partial);
        }
    }
}
