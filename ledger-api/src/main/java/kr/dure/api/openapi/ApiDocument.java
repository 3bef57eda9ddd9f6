package kr.dure.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole document.
 *
 * @param lacks what it does not say yet; each sentence tells how to mend it
 */
public record ApiDocument(ObjectNode json, List<String> lacks) {
    private static final String SKELETON = """
            {"openapi": "3.1.1",
             "info": {
               "title": "두레 · Dure",
               "summary": "도시가 스스로 만드는 돈의 원장 · The ledger of a city's own money",
               "version": "1",
               "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
             "servers": [{"url": "/", "description": "이 문서를 준 서버 · The server that gave this document"}],
             "security": [{"bearer": []}, {"client": []}],
             "components": {
               "securitySchemes": {
                 "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                 "client": {"type": "oauth2",
                   "flows": {"clientCredentials": {"tokenUrl": "/oauth2/token", "scopes": {}}}}},
               "headers": {
                 "Location": {"required": true, "schema": {"type": "string", "format": "uri-reference"}},
                 "DurePosition": {"required": true, "schema": {"type": "integer", "format": "int64", "minimum": 1}},
                 "ETag": {"required": true, "schema": {"type": "string", "pattern": "^(W/)?\\"[^\\"]+\\"$"}},
                 "RetryAfter": {"required": false, "schema": {"type": "integer", "minimum": 1}},
                 "WwwAuthenticate": {"required": false, "schema": {"type": "string"}},
                 "ContentLanguage": {"required": false, "schema": {"type": "string", "enum": ["ko", "en"]}}}}}""";

    static ApiDocument of(Collection<Route> routes) {
        var lacks = new Lacks();
        var fields = new Fields(lacks);
        var schemas = new Schemas(fields, lacks);
        var problems = new Problemed(schemas, fields);
        var parameters = new Parameters(schemas, fields);
        var operations = new Operations(schemas, parameters, problems, lacks);

        var document = (ObjectNode) Json.parse(SKELETON);
        ((ObjectNode) document.path("info")).put("description", about());
        var paths = document.putObject("paths");
        for (var route : routes) {
            var path = paths.withObjectProperty(route.path());
            path.set(route.method().toLowerCase(Locale.ROOT), operations.of(route));
        }
        addTags(document, routes, lacks);
        var components = (ObjectNode) document.path("components");
        describe(components, "securitySchemes", fields);
        describe(components, "headers", fields);
        components.set("parameters", parameters.shared());
        components.set("schemas", schemas.components());
        components.set("responses", problems.responses());
        components.set("examples", problems.examples());
        operations.reportLeftovers();
        fields.reportLeftovers();
        return new ApiDocument(document, lacks.sentences());
    }

    private static void describe(ObjectNode components, String kind, Fields fields) {
        components.path(kind).forEachEntry((name, one) -> fields.describe((ObjectNode) one, kind, name));
    }

    private static void addTags(ObjectNode document, Collection<Route> routes, Lacks lacks) {
        var texts = new Texts("features.txt");
        var tags = document.putArray("tags");
        for (String feature : new TreeSet<>(routes.stream().map(Route::feature).toList())) {
            var line = texts.find(feature);
            if (line == null) {
                lacks.add(
                        "The feature %s has no line in %s: add «%s | | KOREAN | ENGLISH».",
                        feature, texts.file(), feature);
            } else {
                tags.addObject().put("name", feature).put("description", line.both());
            }
        }
        texts.reportLeftovers(lacks);
    }

    private static String about() {
        try (@Nullable InputStream file = ApiDocument.class.getResourceAsStream("about.md")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
