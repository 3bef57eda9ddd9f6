package kr.dure.ops.serve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are wrong in one thing: whatever can be wrong with a field, as far as its schema says that it is wrong. */
final class Spoiled {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /** As a field's value; its schema says which of them are wrong. */
    private static final List<JsonNode> VALUES = List.of(
            MAKE.stringNode(""),
            MAKE.stringNode("7"),
            MAKE.stringNode("가".repeat(65)),
            MAKE.stringNode("x".repeat(513)),
            MAKE.stringNode("a\u0000b"),
            MAKE.stringNode("a\u0085b"),
            MAKE.stringNode("2026-02-30"),
            MAKE.stringNode("NONE"),
            MAKE.numberNode(7),
            MAKE.numberNode(0),
            MAKE.numberNode(-1),
            MAKE.numberNode(1.5),
            MAKE.numberNode(15),
            MAKE.numberNode(1_000_000_000_001L),
            MAKE.numberNode(new BigInteger("99999999999999999999")),
            MAKE.booleanNode(true),
            MAKE.stringNode("true"),
            MAKE.objectNode(),
            MAKE.arrayNode(),
            MAKE.arrayNode().add(7),
            MAKE.arrayNode().add(2026).add(11).add(22),
            MAKE.arrayNode().addNull(),
            MAKE.arrayNode().add(""));

    private Spoiled() {}

    /**
     * @param body a good one
     * @param look at each that is wrong, and at the field
     */
    static void each(
            Contract contract, Contract.Operation operation, ObjectNode body, BiConsumer<String, String> look) {
        String schema = operation.pointer() + "/requestBody/content/application~1json/schema";
        for (var spoiled : candidates(contract, operation, body)) {
            if (!contract.complaints(schema, spoiled.body()).isEmpty()) {
                look.accept(spoiled.body().toString(), spoiled.field());
            }
        }
    }

    private record Candidate(ObjectNode body, String field) {}

    private static List<Candidate> candidates(Contract contract, Contract.Operation operation, ObjectNode body) {
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(body.deepCopy().put("tip", 1), "tip"));
        for (String field : contract.resolved(operation.body().path("schema"))
                .path("properties")
                .propertyNames()) {
            var without = body.deepCopy();
            without.remove(field);
            all.add(new Candidate(without, field));
            VALUES.forEach(value ->
                    all.add(new Candidate((ObjectNode) body.deepCopy().set(field, value), field)));
        }
        for (var required : contract.resolved(operation.body().path("schema")).path("required")) {
            all.add(new Candidate(
                    (ObjectNode) body.deepCopy().set(required.asString(), MAKE.nullNode()), required.asString()));
        }
        return all;
    }

    /** What is no object at all, or one of those that attack a parser. */
    static List<String> garbage() {
        return List.of(
                "",
                "[]",
                "5",
                "\"x\"",
                "null",
                "{",
                "{}{}",
                "not json",
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "{\"a\":1,\"a\":1}",
                JsonMapper.shared().writeValueAsString("\uFFFE".repeat(10)));
    }

    /** More than may come. */
    static String huge(int longest) {
        return "{\"wallet\":\"" + "x".repeat(longest) + "\"}";
    }
}
