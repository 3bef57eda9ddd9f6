package kr.dure.core.rulebook;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dated rules of the issuer. Each version names the day from which it is in force and only what it changes; the rest
 * stays as the version before said.
 */
public final class RuleBook {
    private final TreeMap<LocalDate, Rules> versions = new TreeMap<>();

    private RuleBook(JsonNode book) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode rules = mapper.createObjectNode();
        for (JsonNode version : book) {
            rules.put("version", version.required("version").intValue());
            version.required("rules")
                    .properties()
                    .forEach((Map.Entry<String, JsonNode> rule) -> rules.set(rule.getKey(), rule.getValue()));
            versions.put(
                    LocalDate.parse(version.required("from").stringValue()), mapper.treeToValue(rules, Rules.class));
        }
    }

    /** The rules that an issuer starts with. */
    public static RuleBook byDefault() {
        try (@Nullable InputStream book = RuleBook.class.getResourceAsStream("default.json")) {
            return new RuleBook(JsonMapper.shared().readTree(Objects.requireNonNull(book, "default.json")));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The rules in force on a day (KST). */
    public Rules on(LocalDate day) {
        var version = versions.floorEntry(day);
        if (version == null) {
            throw new IllegalArgumentException("no rules are in force on " + day);
        }
        return version.getValue();
    }
}
