package kr.dure.ops.town;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The content of a request as bytes, the same for equal content whatever the order of its keys. */
final class Canonical {
    private Canonical() {}

    /** @param object the request; its {@code at} does not count */
    static byte[] content(Map<String, Object> object) {
        var text = new StringBuilder(256);
        Map<String, Object> content = new TreeMap<>(object);
        content.remove("at");
        write(content, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every string is written with its length, so that no two contents read the same. */
    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{');
                new TreeMap<>(map).forEach((key, field) -> {
                    write(key, text);
                    write(field, text);
                });
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(item -> write(item, text));
                text.append(']');
            }
            case String string -> text.append(string.length()).append('"').append(string);
            default -> text.append(value).append(';');
        }
    }
}
