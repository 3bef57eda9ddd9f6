package kr.dure.api.openapi;

import java.util.List;
import kr.dure.api.http.ProblemTexts;
import tools.jackson.databind.node.ObjectNode;

/** Problems (RFC 9457) in the document: their schema, an example of each, and the answers that consist of them. */
final class Problemed {
    static final String SCHEMA = "Problem";

    private static final String FORM = """
            {"type": "object",
             "additionalProperties": false,
             "required": ["type", "title", "status", "code"],
             "properties": {
               "type": {"type": "string", "format": "uri-reference", "pattern": "^/api/v1/problems/[a-z0-9-]+$"},
               "title": {"type": "string", "minLength": 1},
               "status": {"type": "integer", "minimum": 400, "maximum": 599},
               "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
               "errors": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/FieldError"}},
               "figures": {"type": "object", "additionalProperties": {"type": ["string", "integer", "boolean"]}}}}""";

    private static final String FIELD_ERROR = """
            {"type": "object",
             "additionalProperties": false,
             "required": ["pointer", "rule"],
             "properties": {"pointer": {"type": "string"}, "rule": {"type": "string", "minLength": 1}}}""";

    private static final List<String> PASSING =
            List.of("in-progress", "too-many-requests", "busy", "not-now", "outcome-unknown", "views-behind");

    private final ObjectNode responses = Json.object();
    private final ObjectNode examples = Json.object();

    Problemed(Schemas schemas, Fields fields) {
        schemas.add("FieldError", described(FIELD_ERROR, "FieldError", fields));
        schemas.add(SCHEMA, described(FORM, SCHEMA, fields));
    }

    private static ObjectNode described(String form, String owner, Fields fields) {
        var schema = (ObjectNode) Json.parse(form);
        schema.path("properties").forEachEntry((name, property) -> fields.describe((ObjectNode) property, owner, name));
        return schema;
    }

    /** Those that several operations give. */
    ObjectNode responses() {
        return responses;
    }

    /** Of every code that was asked for. */
    ObjectNode examples() {
        return examples;
    }

    /**
     * The answer of one status.
     *
     * @param shared whether other operations give the very same
     */
    ObjectNode answer(int status, List<String> codes, boolean shared) {
        if (!shared) {
            return response(status, codes);
        }
        String name = status + "." + String.join(".", codes);
        if (!responses.has(name)) {
            responses.set(name, response(status, codes));
        }
        return Json.ref("responses", name);
    }

    private ObjectNode response(int status, List<String> codes) {
        var response = Json.object();
        response.put("description", String.join(", ", codes));
        addHeaders(response.putObject("headers"), status, codes);
        var content = response.putObject("content").putObject("application/problem+json");
        var schema = content.putObject("schema").put("$ref", "#/components/schemas/" + SCHEMA);
        var properties = schema.putObject("properties");
        properties.putObject("code").set("enum", Json.texts(codes));
        properties.putObject("status").put("const", status);
        var named = content.putObject("examples");
        for (String code : codes) {
            examples.set(code, example(code));
            named.set(code, Json.ref("examples", code));
        }
        return response;
    }

    private static void addHeaders(ObjectNode headers, int status, List<String> codes) {
        headers.set("Content-Language", Json.ref("headers", "ContentLanguage"));
        if (status == 401) {
            headers.set("WWW-Authenticate", Json.ref("headers", "WwwAuthenticate"));
        }
        if (codes.stream().anyMatch(PASSING::contains)) {
            headers.set("Retry-After", Json.ref("headers", "RetryAfter"));
        }
    }

    private static ObjectNode example(String code) {
        var text = ProblemTexts.of(code);
        var example = Json.object().put("summary", text.korean() + " · " + text.english());
        var value = example.putObject("value")
                .put("type", "/api/v1/problems/" + code)
                .put("title", text.korean())
                .put("status", text.status())
                .put("code", code);
        if (code.equals("invalid-request")) {
            value.putArray("errors").addObject().put("pointer", "/amount").put("rule", "is missing");
        }
        return example;
    }
}
