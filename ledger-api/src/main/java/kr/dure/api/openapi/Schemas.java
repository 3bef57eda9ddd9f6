package kr.dure.api.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.api.contract.Called;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.ApiJson;
import kr.dure.core.id.Dong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What bodies and parameters look like: schemas of the very records that are read and written (JSON Schema 2020-12). */
final class Schemas {
    private final ObjectNode components = Json.object();
    private final Map<String, Class<?>> named = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Fields fields;
    private final Lacks lacks;

    Schemas(Fields fields, Lacks lacks) {
        this.fields = fields;
        this.lacks = lacks;
    }

    /** All that were asked for, by their names. */
    ObjectNode components() {
        return components;
    }

    /** Adds one by hand. */
    void add(String name, ObjectNode schema) {
        components.set(name, schema);
    }

    /** What a client sends. */
    ObjectNode asked(Type type) {
        return of(ResolvableType.forType(type), true);
    }

    /** What it gets. */
    ObjectNode answered(Type type) {
        return of(ResolvableType.forType(type), false);
    }

    private ObjectNode of(ResolvableType type, boolean asked) {
        var plain = type.resolve(Object.class);
        if (plain == List.class || plain == Set.class) {
            return Json.type("array").set("items", of(type.getGeneric(0), asked));
        } else if (plain == Map.class) {
            return Json.type("object").set("additionalProperties", of(type.getGeneric(1), asked));
        } else if (plain.isRecord() && value(plain) == null) {
            return record(type, asked);
        }
        return plain(type, plain);
    }

    private ObjectNode plain(ResolvableType resolvable, Class<?> type) {
        if (type == String.class) {
            return Json.type("string");
        } else if (type == long.class || type == Long.class) {
            return Json.type("integer").put("format", "int64");
        } else if (type == int.class || type == Integer.class) {
            return Json.type("integer").put("format", "int32");
        } else if (JsonNode.class.isAssignableFrom(type)) {
            return Json.type("object").put("additionalProperties", true);
        } else if (type == boolean.class || type == Boolean.class) {
            return Json.type("boolean");
        } else if (type == OffsetDateTime.class || type == Instant.class) {
            return Json.type("string").put("format", "date-time");
        } else if (type == LocalDate.class) {
            return Json.type("string").put("format", "date");
        } else if (type == YearMonth.class) {
            return Json.type("string").put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
        } else if (type.isEnum()) {
            return named(resolvable, () -> words(type));
        }
        var value = type.isRecord() ? value(type) : null;
        return value == null ? unknown(type) : named(resolvable, () -> value(type, value));
    }

    private ObjectNode unknown(Type type) {
        lacks.add("%s has no schema: teach it to Schemas, or say what it looks like by @Answers(like = …).", type);
        return Json.object();
    }

    // ------------------------------------------------------------------------------------------------ components

    private interface Making {
        ObjectNode schema();
    }

    private ObjectNode named(ResolvableType type, Making making) {
        String name = nameOf(type);
        var plain = type.resolve(Object.class);
        var before = named.putIfAbsent(name, plain);
        if (before == null) {
            components.set(name, making.schema());
        } else if (before != plain) {
            lacks.add("%s and %s would both be the schema %s: give one another name.", before, plain, name);
        }
        return Json.ref("schemas", name);
    }

    /** {@code Page<Listing>} is {@code ListingPage}. */
    private static String nameOf(ResolvableType type) {
        String name = nameOf(type.resolve(Object.class));
        return type.hasGenerics() ? nameOf(type.getGeneric(0)) + name : name;
    }

    /** A record's own types bear its name: {@code PaymentReceipt.Part} is {@code PaymentReceiptPart}. */
    private static String nameOf(Class<?> type) {
        var called = type.getAnnotation(Called.class);
        if (called != null) {
            return called.value();
        }
        var around = type.getEnclosingClass();
        return around != null && around.isRecord() ? nameOf(around) + type.getSimpleName() : type.getSimpleName();
    }

    private ObjectNode words(Class<?> type) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(word -> ApiJson.MAPPER.valueToTree(word).asString())
                .toList();
        ObjectNode schema = Json.type("string").set("enum", Json.texts(words));
        fields.describe(schema, nameOf(type));
        return schema;
    }

    /** @return the type that a record of one value is written as; none if it is written as an object */
    private static @Nullable Class<?> value(Class<?> record) {
        var components = record.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class)
                ? components[0].getType()
                : null;
    }

    private ObjectNode value(Class<?> type, Class<?> written) {
        if (type == Dong.class) {
            return Shapes.dong();
        } else if (type.getPackageName().equals(Dong.class.getPackageName())) {
            return Shapes.name();
        }
        var schema = plain(ResolvableType.forClass(written), written);
        var shape = type.getAnnotation(Shape.class);
        if (type.getPackageName().startsWith("kr.dure.core.")) {
            return schema; // it is only told; what is asked for has types of this interface
        } else if (shape == null) {
            lacks.add("%s does not say which values it takes: annotate it with @Shape.", type.getName());
        } else {
            Shapes.add(shape, schema);
        }
        return schema;
    }

    /** What is both sent and given back may lack what a request may leave out, and have it as null, as answers do. */
    private ObjectNode record(ResolvableType type, boolean asked) {
        String name = nameOf(type);
        if ((asked ? sent : given).add(name)) {
            named.remove(name, type.resolve(Object.class)); // it is made anew
        }
        return named(type, () -> fields(type, asked));
    }

    private ObjectNode fields(ResolvableType type, boolean asked) {
        String owner = nameOf(type);
        var schema = Json.type("object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var part : Part.of(type)) {
            var shape = part.shape();
            var property = of(typeOf(part), asked);
            if (shape != null) {
                Shapes.add(shape, property);
            }
            boolean optional =
                    (part.mayBeMissing() && (sent.contains(owner) || part.isLeftOut())) || part.isLeftOutWhenEmpty();
            if (part.mayBeMissing() && given.contains(owner) && !part.isLeftOut()) {
                property = orNull(property);
            }
            fields.describe(property, owner, part.name());
            properties.set(part.name(), property);
            if (!optional) {
                required.add(part.name());
            }
        }
        if (required.isEmpty()) {
            schema.remove("required");
        }
        return schema;
    }

    private static ResolvableType typeOf(Part part) {
        var shape = part.shape();
        return shape == null || shape.like() == void.class
                ? part.type()
                : ResolvableType.forClassWithGenerics(List.class, shape.like());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var either = Json.object();
        either.putArray("anyOf").add(schema).add(Json.type("null"));
        return either;
    }

    // ------------------------------------------------------------------------------------------------ examples

    /** A body as a client may send it. */
    JsonNode askedExample(Type type) {
        return example(ResolvableType.forType(type), true);
    }

    /** A body as a client may get it. */
    JsonNode answeredExample(Type type) {
        return example(ResolvableType.forType(type), false);
    }

    private JsonNode example(ResolvableType type, boolean asked) {
        var plain = type.resolve(Object.class);
        if (plain == List.class || plain == Set.class) {
            return ApiJson.MAPPER.createArrayNode().add(example(type.getGeneric(0), asked));
        } else if (plain.isEnum()) {
            return ApiJson.MAPPER.valueToTree(plain.getEnumConstants()[0]);
        }
        return plain.isRecord() && value(plain) == null ? recordExample(type, asked) : Json.object();
    }

    private ObjectNode recordExample(ResolvableType record, boolean asked) {
        String owner = nameOf(record);
        var example = Json.object();
        for (var part : Part.of(record)) {
            String said = fields.example(owner, part.name());
            if (said != null) {
                example.set(part.name(), Json.parse(said));
            } else if (!fields.leavesOut(owner, part.name())) {
                example.set(part.name(), example(typeOf(part), asked));
            } else if (!asked && !part.isLeftOut()) {
                example.putNull(part.name());
            }
        }
        return example;
    }
}
