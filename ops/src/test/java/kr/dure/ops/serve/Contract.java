package kr.dure.ops.serve;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the interface's own document (OpenAPI 3.1) promises. Every request and reply of the tests is held against it. */
final class Contract {
    static final String PATH = "/api/v1/openapi.json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HERE = "https://dure.invalid/openapi.json";
    private static final String JSON_TYPE = "application/json";

    private final JsonNode document;
    private final Schema whole;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final List<Operation> operations;

    Contract(String document) {
        this.document = JSON.readTree(document);
        var settings =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(HERE, document)).schemaRegistryConfig(settings));
        whole = registry.getSchema(SchemaLocation.of(HERE));
        operations = this.document
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .sorted(Comparator.comparing(
                                (Operation operation) -> operation.path().contains("{"))
                        .thenComparing(Operation::toString))
                .toList();
    }

    /** @param json as it stands in the document */
    record Operation(String method, String path, JsonNode json) {
        String id() {
            return json.path("operationId").asString();
        }

        /** Where it stands in the document (RFC 6901). */
        String pointer() {
            return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
        }

        boolean fits(String rawPath) {
            String[] wanted = path.split("/", -1);
            String[] given = rawPath.split("/", -1);
            return wanted.length == given.length
                    && Stream.iterate(0, i -> i + 1)
                            .limit(wanted.length)
                            .allMatch(
                                    i -> wanted[i].startsWith("{") ? !given[i].isEmpty() : wanted[i].equals(given[i]));
        }

        boolean wantsToken() {
            return !json.has("security");
        }

        /** Whether its answer goes on until somebody leaves. */
        boolean streams() {
            return json.path("responses").path("200").path("content").has("text/event-stream");
        }

        /** In bytes. */
        int longestBody() {
            return json.path("requestBody").path("x-max-bytes").asInt(64 * 1024);
        }

        JsonNode body() {
            return json.path("requestBody").path("content").path(JSON_TYPE);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What was sent. */
    record Sent(String method, String path, String query, String type, byte[] body) {}

    /** What came back. */
    record Got(int status, HttpHeaders headers, byte[] body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String type() {
            return header("Content-Type").replaceFirst(";.*", "");
        }
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findAny()
                .orElseThrow(() -> new AssertionError("no operation is called " + id));
    }

    JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    /** What the schema at a place of the document has against a value. */
    List<String> complaints(String pointer, JsonNode value) {
        var schema = compiled.computeIfAbsent(
                pointer,
                place ->
                        whole.getRefSchema(SchemaLocation.of(HERE + "#" + place).getFragment()));
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    // ------------------------------------------------------------------------------------------------ checking

    /** @throws AssertionError naming what was sent, what came back, and what the document says otherwise */
    void check(Sent sent, Got got) {
        if (sent.path().equals(PATH) || !sent.path().startsWith("/api/v1/")) {
            return;
        }
        var there = operations.stream()
                .filter(operation -> operation.fits(sent.path()))
                .toList();
        var operation =
                there.stream().filter(one -> one.method().equals(sent.method())).findFirst();
        if (operation.isEmpty()) {
            checkNobodyHome(sent, got, there.isEmpty() ? List.of(400, 401, 404) : List.of(401, 405));
        } else {
            checkReply(operation.get(), got);
            if (got.status() < 300) {
                checkRequest(operation.get(), sent);
            }
        }
    }

    private void checkNobodyHome(Sent sent, Got got, List<Integer> expected) {
        want(
                expected.contains(got.status()),
                sent,
                "the document has no such operation, but it answered " + got.status());
        want(got.type().equals("application/problem+json"), sent, "this is no problem but " + got.type());
        var complaints = complaints("/components/schemas/Problem", JSON.readTree(got.body()));
        want(complaints.isEmpty(), sent, complaints.toString());
    }

    private void checkReply(Operation operation, Got got) {
        String status = Integer.toString(got.status());
        var said = operation.json().path("responses").path(status);
        want(
                !said.isMissingNode(),
                operation,
                "it answered %s %s, which its document does not list: say so by @Refuses or @Answers at its method"
                        .formatted(status, new String(got.body(), StandardCharsets.UTF_8)));
        String pointer = said.has("$ref")
                ? said.path("$ref").asString().substring(1)
                : operation.pointer() + "/responses/" + status;
        var response = resolved(said);
        if (!response.has("content")) {
            want(
                    got.body().length == 0,
                    operation,
                    "its answer " + status + " has a body, which its document does not list");
            return;
        }
        var media = response.path("content").path(got.type());
        want(
                !media.isMissingNode(),
                operation,
                "it answered " + status + " as «" + got.type() + "», which its document does not list");
        checkHeaders(operation, response.path("headers"), got);
        if (got.type().endsWith("json")) {
            checkBody(operation, pointer + "/content/" + got.type().replace("/", "~1") + "/schema", media, got);
        }
    }

    private void checkBody(Operation operation, String pointer, JsonNode media, Got got) {
        var body = JSON.readTree(got.body());
        var codes = media.path("schema").path("properties").path("code").path("enum");
        String code = body.path("code").asString("");
        boolean listed = codes.isMissingNode()
                || codes.valueStream().anyMatch(one -> one.asString().equals(code));
        want(
                listed,
                operation,
                "it refused with «%s», which its document does not list: add it to @Refuses of its method"
                        .formatted(code));
        var complaints = complaints(pointer, body);
        want(complaints.isEmpty(), operation, complaints + " of " + body);
    }

    private void checkHeaders(Operation operation, JsonNode headers, Got got) {
        headers.forEachEntry((name, header) -> {
            boolean required = resolved(header).path("required").asBoolean();
            want(
                    !required || !got.header(name).isEmpty(),
                    operation,
                    "its answer " + got.status() + " lacks the header " + name);
        });
        for (String name : List.of("Location", "Dure-Position", "Retry-After", "WWW-Authenticate", "ETag")) {
            boolean silent = got.header(name).isEmpty() || headers.has(name);
            want(
                    silent,
                    operation,
                    "its answer " + got.status() + " has the header " + name + ", which its document does not list");
        }
    }

    private void checkRequest(Operation operation, Sent sent) {
        var wanted = operation.body();
        if (wanted.isMissingNode()) {
            want(sent.body().length == 0, operation, "it took a body, which its document does not list");
        } else {
            String type = sent.type().replaceFirst(";.*", "");
            boolean listed =
                    operation.json().path("requestBody").path("content").has(type);
            want(listed, operation, "it took a body of the type " + type + ", which its document does not list");
            if (type.equals(JSON_TYPE)) {
                var complaints = complaints(
                        operation.pointer() + "/requestBody/content/application~1json/schema",
                        JSON.readTree(sent.body()));
                want(complaints.isEmpty(), operation, "it took what its document forbids: " + complaints);
            }
        }
        var known = operation
                .json()
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        Arrays.stream(sent.query().split("&"))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty())
                .forEach(name -> want(
                        known.contains(name),
                        operation,
                        "it took the parameter " + name + ", which its document does not list"));
    }

    private static void want(boolean so, Object where, String otherwise) {
        if (!so) {
            throw new AssertionError(where + ": " + otherwise);
        }
    }
}
