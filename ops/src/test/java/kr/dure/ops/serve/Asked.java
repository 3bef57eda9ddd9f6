package kr.dure.ops.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An operation as its document shows it, with what is otherwise in the town at hand. */
final class Asked {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String who;
    private final Map<String, String> named = new HashMap<>();
    private final ObjectNode fields = JSON.createObjectNode();
    private final List<String> strangers = new ArrayList<>();

    Asked(String who) {
        this.who = who;
    }

    /** A part of the path, or a parameter. */
    Asked at(String parameter, String value) {
        named.put(parameter, value);
        return this;
    }

    /** A field of the body. */
    Asked with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Asked with(String field, long value) {
        fields.put(field, value);
        return this;
    }

    /** Who is turned away, although their tokens are good. */
    Asked notFor(String... others) {
        strangers.addAll(List.of(others));
        return this;
    }

    String who() {
        return who;
    }

    List<String> strangers() {
        return strangers;
    }

    /** @return the documented example with this town's own values in it; missing if the operation takes none */
    JsonNode body(Contract.Operation operation) {
        var example = operation.body().path("example");
        return example.isObject() ? ((ObjectNode) example.deepCopy()).setAll(fields) : example;
    }

    /** Below {@code /api/v1}, with the parameters that must be there. */
    String target(Contract contract, Contract.Operation operation) {
        return target(contract, operation, Map.of());
    }

    /** @param spoiled parameters that have another value; an empty one is left out */
    String target(Contract contract, Contract.Operation operation, Map<String, String> spoiled) {
        String path = operation.path().substring("/api/v1".length());
        List<String> query = new ArrayList<>();
        for (var parameter : parameters(contract, operation)) {
            String name = parameter.path("name").asString();
            String value = spoiled.getOrDefault(
                    name, named.getOrDefault(name, parameter.path("example").asString("")));
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            } else if (!value.isEmpty() && (parameter.path("required").asBoolean() || spoiled.containsKey(name))) {
                query.add(name + "=" + encoded(value));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Of the path and the query. */
    static List<JsonNode> parameters(Contract contract, Contract.Operation operation) {
        return operation
                .json()
                .path("parameters")
                .valueStream()
                .map(contract::resolved)
                .filter(parameter -> !parameter.path("in").asString().equals("header"))
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
