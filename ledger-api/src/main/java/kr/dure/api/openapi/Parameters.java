package kr.dure.api.openapi;

import java.lang.reflect.Parameter;
import kr.dure.api.http.ApiJson;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.IdempotencyKey;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation takes beside its body. */
final class Parameters {
    private final Schemas schemas;
    private final Fields fields;

    Parameters(Schemas schemas, Fields fields) {
        this.schemas = schemas;
        this.fields = fields;
    }

    /** Those that many operations share, by name. */
    ObjectNode shared() {
        var shared = Json.object();
        var key =
                Json.object().put("name", "Idempotency-Key").put("in", "header").put("required", true);
        key.set("schema", schemas.asked(IdempotencyKey.class));
        shared.set("IdempotencyKey", told(key));
        var position =
                Json.object().put("name", "Dure-Position").put("in", "header").put("required", false);
        position.set("schema", Json.type("string").put("pattern", "^[0-9]{1,18}$"));
        shared.set("DurePosition", told(position));
        var known =
                Json.object().put("name", "If-None-Match").put("in", "header").put("required", false);
        known.set("schema", Json.type("string"));
        shared.set("IfNoneMatch", told(known));
        var dryRun = Json.object().put("name", "dryRun").put("in", "query").put("required", false);
        dryRun.set("schema", Json.type("boolean").put("default", false));
        shared.set("DryRun", told(dryRun, "query", "dryRun"));
        return shared;
    }

    private ObjectNode told(ObjectNode parameter) {
        return told(parameter, "header", parameter.path("name").asString());
    }

    private ObjectNode told(ObjectNode parameter, String owner, String name) {
        fields.describe(parameter, owner, name);
        String example = fields.example(owner, name);
        if (example != null) {
            parameter.set("example", Json.parse(example));
        }
        return parameter;
    }

    ArrayNode of(Route route, String operation) {
        var parameters = ApiJson.MAPPER.createArrayNode();
        if (route.writes()) {
            parameters.add(Json.ref("parameters", "IdempotencyKey"));
        }
        if (route.has(DryRun.class)) {
            parameters.add(Json.ref("parameters", "DryRun"));
        }
        var said = route.answers();
        if (said != null && said.tagged()) {
            parameters.add(Json.ref("parameters", "IfNoneMatch"));
        }
        if (route.reads()) {
            parameters.add(Json.ref("parameters", "DurePosition"));
        }
        for (var parameter : route.parameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            var header = parameter.getAnnotation(RequestHeader.class);
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                parameters.add(parameter(parameter, "path", true, operation));
            } else if (asked != null) {
                boolean required = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                parameters.add(parameter(parameter, "query", required, operation));
            } else if (header != null) {
                var described = Json.object()
                        .put("name", header.name())
                        .put("in", "header")
                        .put("required", header.required());
                described.set("schema", Json.type("string"));
                parameters.add(told(described));
            }
        }
        return parameters;
    }

    /** A body that is text, with its example. */
    ObjectNode text(String operation, String kind) {
        var media = Json.object();
        media.set("schema", Json.type("string"));
        fields.describe((ObjectNode) media.path("schema"), operation, kind);
        String example = fields.example(operation, kind);
        if (example != null) {
            media.set("example", Json.parse(example));
        }
        return media;
    }

    private ObjectNode parameter(Parameter parameter, String in, boolean required, String operation) {
        String name = parameter.getName();
        var described = Json.object().put("name", name).put("in", in).put("required", required);
        described.set("schema", schemas.asked(parameter.getParameterizedType()));
        return told(described, operation, name);
    }
}
