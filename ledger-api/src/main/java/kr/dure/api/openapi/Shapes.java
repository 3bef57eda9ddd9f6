package kr.dure.api.openapi;

import java.util.Arrays;
import kr.dure.api.contract.Shape;
import kr.dure.core.id.Names;
import tools.jackson.databind.node.ObjectNode;

/** What {@link Shape} says, as JSON Schema. */
final class Shapes {
    private static final String CONTROL = "\\u0000-\\u001F\\u007F-\\u009F";
    private static final String NAME = "^[^" + CONTROL + "]+$";
    private static final String DONG = "^(?!city$)[^:" + CONTROL + "]+$";

    private Shapes() {}

    static ObjectNode name() {
        return named(NAME);
    }

    /** Not {@code city}, and without a colon. */
    static ObjectNode dong() {
        return named(DONG);
    }

    private static ObjectNode named(String pattern) {
        return Json.type("string")
                .put("minLength", 1)
                .put("maxLength", Names.LONGEST)
                .put("pattern", pattern);
    }

    static void add(Shape shape, ObjectNode schema) {
        if (!shape.pattern().isEmpty()) {
            schema.put("pattern", "^" + shape.pattern() + "$");
        }
        put(schema, "minLength", shape.shortest(), 0);
        put(schema, "maxLength", shape.longest(), 0);
        put(schema, "minimum", shape.from(), Long.MIN_VALUE);
        put(schema, "maximum", shape.to(), Long.MAX_VALUE);
        put(schema, "maxItems", shape.most(), 0);
        if (shape.oneOf().length > 0) {
            var numbers = schema.putArray("enum");
            Arrays.stream(shape.oneOf()).forEach(numbers::add);
        }
    }

    private static void put(ObjectNode schema, String keyword, long value, long none) {
        if (value != none) {
            schema.put(keyword, value);
        }
    }
}
