package kr.dure.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document, to be looked at from all sides. */
final class Linted {
    private static final String HERE = "https://dure.invalid/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Schema whole;

    Linted(JsonNode document) {
        this.document = document;
        var settings =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(HERE, document.toString())).schemaRegistryConfig(settings));
        whole = registry.getSchema(SchemaLocation.of(HERE));
    }

    interface Look {
        void at(String name, JsonNode operation);
    }

    void operations(Look look) {
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry(
                        (method, operation) -> look.at(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
    }

    /** Every object and every list of the document, with where it stands (RFC 6901). */
    void everywhere(BiConsumer<String, JsonNode> look) {
        walk("", document, look);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> look) {
        look.accept(pointer, node);
        if (node.isObject()) {
            node.forEachEntry((name, child) -> walk(pointer + "/" + escaped(name), child, look));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), look);
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.startsWith("#/components/") ? document.at(ref.substring(1)) : node;
    }

    /** What the schema at some place of the document has against a value. */
    List<String> complaints(String pointer, JsonNode value) {
        var schema = whole.getRefSchema(SchemaLocation.of(HERE + "#" + pointer).getFragment());
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    /** What a schema of its own has against the whole document. */
    List<String> complaintsOf(String schema) {
        var parsed = registry.getSchema(JsonMapper.shared().readTree(schema));
        return parsed.validate(document).stream().map(Error::toString).toList();
    }

    /** What JSON Schema itself has against a schema. */
    List<String> complaintsAbout(JsonNode schema) {
        var meta = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return meta.validate(schema).stream().map(Error::toString).toList();
    }
}
