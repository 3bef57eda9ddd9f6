package kr.dure.api.openapi;

import kr.dure.api.http.ApiJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of the document. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return ApiJson.MAPPER.createObjectNode();
    }

    static ArrayNode texts(Iterable<String> texts) {
        var array = ApiJson.MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode type(String type) {
        return object().put("type", type);
    }

    /** A reference to a component. */
    static ObjectNode ref(String kind, String name) {
        return object().put("$ref", "#/components/" + kind + "/" + name);
    }

    static JsonNode parse(String json) {
        return ApiJson.MAPPER.readTree(json);
    }
}
