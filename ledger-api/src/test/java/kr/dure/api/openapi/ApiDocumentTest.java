package kr.dure.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dure.api.http.ApiJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the interface's document must be like. The golden file is for people who read it without running anything; it is
 * written anew by {@code mvn test -pl ledger-api -am -Dtest=ApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Ddure.renew=true}.
 */
class ApiDocumentTest {
    private static final Path GOLDEN = Path.of("..", "ops", "openapi.json");
    private static final ApiDocument MADE = ServedApi.document();
    private static final JsonNode DOCUMENT = MADE.json();
    private static final Linted LINTED = new Linted(DOCUMENT);
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    @Test
    void nothingIsLacking() {
        assertThat(MADE.lacks()).isEmpty();
    }

    @Test
    void theFileInOpsSaysTheSame() throws IOException {
        String now = ApiJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(DOCUMENT) + "\n";
        if (Boolean.getBoolean("dure.renew")) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(Files.readString(GOLDEN))
                .as("ops/openapi.json is not what is served: write it anew with -Ddure.renew=true")
                .isEqualTo(now);
        assertThat(ServedApi.document().json()).as("made again").isEqualTo(DOCUMENT);
    }

    @Test
    void itIsAnOpenApiDocument() throws IOException {
        try (var schema = Objects.requireNonNull(getClass().getResourceAsStream("/openapi/oas-3.1-2026-08-03.json"))) {
            assertThat(LINTED.complaintsOf(new String(schema.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void itsSchemasAreSchemas() {
        DOCUMENT.path("components")
                .path("schemas")
                .forEachEntry((name, schema) ->
                        assertThat(LINTED.complaintsAbout(schema)).as(name).isEmpty());
    }

    @Test
    void everyOperationIsTold() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        DOCUMENT.path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
        LINTED.operations((where, operation) -> {
            String name = operation.path("operationId").asString("");
            assertThat(name).as(where).matches("[a-z][A-Za-z]+");
            assertThat(names.add(name)).as("%s: %s is taken", where, name).isTrue();
            assertThat(operation.path("summary").asString("")).as(where).containsPattern("[가-힣].* · [A-Z]");
            assertThat(operation.path("description").asString("")).as(where).isNotBlank();
            assertThat(operation.path("tags")).as(where).hasSize(1);
            assertThat(tags).as(where).contains(operation.path("tags").get(0).asString());
            assertThat(operation.path("responses").propertyNames())
                    .as(where)
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"));
        });
    }

    @Test
    void everyWriteCarriesAKeyAndEveryPathItsParameters() {
        LINTED.operations((where, operation) -> {
            List<String> inPath = new ArrayList<>();
            List<String> headers = new ArrayList<>();
            for (var taken : operation.path("parameters")) {
                var parameter = LINTED.resolved(taken);
                String name = parameter.path("name").asString();
                switch (parameter.path("in").asString()) {
                    case "path" -> inPath.add(name);
                    case "header" -> headers.add(name);
                    default -> assertThat(parameter.path("in").asString()).isEqualTo("query");
                }
            }
            var wanted = PARAMETER.matcher(where).results().map(found -> found.group(1));
            assertThat(inPath).as(where).containsExactlyInAnyOrderElementsOf(wanted.toList());
            assertThat(headers).as(where).contains(where.startsWith("GET ") ? "Dure-Position" : "Idempotency-Key");
        });
    }

    @Test
    void everySchemaOfAnObjectIsClosed() {
        LINTED.everywhere((pointer, node) -> {
            boolean open = node.path("type").asString("").equals("object") && !node.has("additionalProperties");
            assertThat(open && !pointer.contains("/example"))
                    .as("%s is open", pointer)
                    .isFalse();
        });
    }

    @Test
    void everyBodyHasAnExampleAndEveryExampleIsOne() {
        List<String> wrong = new ArrayList<>();
        LINTED.everywhere((pointer, node) -> {
            boolean body = pointer.matches(".*/content/application~1(problem\\+)?json");
            if (body && !node.has("example") && !node.has("examples")) {
                wrong.add(pointer + " has no example");
            }
            if (node.isObject() && node.has("schema") && node.has("example")) {
                LINTED.complaints(pointer + "/schema", node.path("example"))
                        .forEach(complaint -> wrong.add(pointer + ": " + complaint));
            }
            if (body) {
                node.path("examples")
                        .forEachEntry((name, example) -> LINTED.complaints(
                                        pointer + "/schema",
                                        LINTED.resolved(example).path("value"))
                                .forEach(complaint -> wrong.add(pointer + " " + name + ": " + complaint)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void referencesLeadSomewhereAndComponentsAreUsed() {
        Set<String> used = new HashSet<>();
        LINTED.everywhere((pointer, node) -> {
            String ref = node.path("$ref").asString("");
            if (!ref.isEmpty()) {
                assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode())
                        .as("%s → %s", pointer, ref)
                        .isFalse();
                used.add(ref);
            }
        });
        DOCUMENT.path("components").forEachEntry((kind, components) -> {
            if (!kind.equals("securitySchemes")) {
                components
                        .propertyNames()
                        .forEach(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
            }
        });
    }
}
