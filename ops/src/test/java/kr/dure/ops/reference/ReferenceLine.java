package kr.dure.ops.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a line of a town file has to look like. */
final class ReferenceLine {
    private static final int LONGEST_LINE = 4 * 1024 * 1024;
    private static final int DEEPEST_NESTING = 64;
    private static final int LONGEST_LIST = 10_000;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;
    private static final long LARGEST_COUNT = 1_000_000;

    /** Strict JSON, limited in nothing but depth; the length of the line limits everything else. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Predicate<JsonNode> NAME = ReferenceLine::isName;
    private static final Predicate<JsonNode> DONG = NAME.and(
            node -> !node.stringValue().equals("city") && !node.stringValue().contains(":"));
    private static final Predicate<JsonNode> BOOLEAN = JsonNode::isBoolean;
    private static final Predicate<JsonNode> DATE = ReferenceLine::isDate;
    private static final Predicate<JsonNode> TIME =
            node -> node.isString() && ReferenceTime.parse(node.stringValue()).isPresent();
    private static final Predicate<JsonNode> AMOUNT = wholeNumber(1, LARGEST_AMOUNT);
    private static final Predicate<JsonNode> SALES = wholeNumber(0, LARGEST_AMOUNT);
    private static final Predicate<JsonNode> COUNT = wholeNumber(1, LARGEST_COUNT);

    private static final Predicate<JsonNode> BUDGET_LINE =
            object(field("line", NAME), field("payer", NAME), field("amount", AMOUNT));
    private static final Predicate<JsonNode> PAYOUT_ITEM = object(field("wallet", NAME), field("minutes", COUNT));

    /** The fields of each operation beside {@code at}, {@code id} and {@code op}. */
    private static final Map<String, Predicate<JsonNode>> OPERATIONS = operations();

    private ReferenceLine() {}

    /** The line as a JSON object, or nothing where it is none that this ledger reads. */
    static Optional<ObjectNode> read(byte[] line) {
        if (line.length > LONGEST_LINE) {
            return Optional.empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The id of a line, where it has one that is a valid name. */
    static Optional<String> id(ObjectNode line) {
        JsonNode id = line.get("id");
        return id != null && isName(id) ? Optional.of(id.stringValue()) : Optional.empty();
    }

    /** Whether the operation is known and has all the fields it must have and no others, each of the right type. */
    static boolean isValid(ObjectNode line) {
        JsonNode op = line.get("op");
        if (op == null || !op.isString()) {
            return false;
        }
        Predicate<JsonNode> operation = OPERATIONS.get(op.stringValue());
        return operation != null && operation.test(line);
    }

    private static Map<String, Predicate<JsonNode>> operations() {
        Map<String, Predicate<JsonNode>> all = new LinkedHashMap<>();
        all.put(
                "open-wallet",
                line(
                                field("wallet", NAME),
                                field("holder", oneOf("resident", "institution")),
                                field("dong", DONG),
                                optional("person", NAME),
                                optional("birthDate", DATE),
                                optional("guardianConsent", BOOLEAN))
                        .and(line -> !is(line, "holder", "resident") || line.has("person")));
        all.put(
                "register-merchant",
                line(
                        field("merchant", NAME),
                        field("dong", DONG),
                        field("trade", NAME),
                        field("annualSales", SALES),
                        field("inDistrict", BOOLEAN),
                        optional("owners", listOf(NAME, 0))));
        all.put("suspend-merchant", line(field("merchant", NAME)));
        all.put("reinstate-merchant", line(field("merchant", NAME)));
        all.put("freeze-wallet", line(field("wallet", NAME)));
        all.put("unfreeze-wallet", line(field("wallet", NAME)));
        all.put(
                "open-programme",
                line(
                                field("programme", NAME),
                                field("kind", oneOf("participation", "clean-house", "policy")),
                                field("basis", oneOf("CONTRIBUTION", "WAGE", "GRANT")),
                                field("lines", listOf(BUDGET_LINE, 1).and(ReferenceLine::linesAreNamedApart)),
                                optional("ratePerHour", COUNT),
                                optional("monthlyCap", AMOUNT),
                                optional("rates", ReferenceLine::isRates),
                                optional("doubleOn", listOf(DATE, 0)),
                                optional("expiresOn", DATE))
                        .and(line -> !is(line, "kind", "participation") || line.has("ratePerHour"))
                        .and(line -> !is(line, "kind", "clean-house") || line.has("rates")));
        all.put("charge", line(field("wallet", NAME), field("amount", AMOUNT), field("funding", NAME)));
        all.put("cancel-charge", line(field("charge", NAME)));
        all.put("grant", line(field("programme", NAME), field("wallet", NAME), field("amount", AMOUNT)));
        all.put(
                "payout",
                line(
                        field("programme", NAME),
                        field("submittedBy", NAME),
                        field("approvedBy", NAME),
                        field("items", listOf(PAYOUT_ITEM, 1))));
        all.put(
                "weigh",
                line(
                        field("programme", NAME),
                        field("site", NAME),
                        field("device", NAME),
                        field("wallet", NAME),
                        field("material", NAME),
                        field("grams", COUNT)));
        all.put("convert-points", line(field("wallet", NAME), field("points", AMOUNT)));
        all.put(
                "buy-bags",
                line(
                        field("wallet", NAME),
                        field("site", NAME),
                        field("litres", wholeNumber(10, 10).or(wholeNumber(20, 20))),
                        field("count", COUNT)));
        all.put("pay", line(field("wallet", NAME), field("merchant", NAME), field("amount", AMOUNT)));
        all.put("hold", line(field("wallet", NAME), field("merchant", NAME), field("amount", AMOUNT)));
        all.put("capture", line(field("hold", NAME), field("amount", AMOUNT)));
        all.put("void", line(field("hold", NAME)));
        all.put("refund", line(field("payment", NAME), field("amount", AMOUNT)));
        all.put("gift", line(field("from", NAME), field("to", NAME), field("amount", AMOUNT)));
        all.put("donate", line(field("wallet", NAME), field("amount", AMOUNT), field("account", NAME)));
        all.put(
                "spend-fund",
                line(
                        field("account", NAME),
                        field("wallet", NAME),
                        field("amount", AMOUNT),
                        field("proposedBy", NAME),
                        field("approvedBy", NAME)));
        all.put("join-time-bank", line(field("wallet", NAME)));
        all.put(
                "help",
                line(
                        field("requester", NAME),
                        field("provider", NAME),
                        field("minutes", COUNT),
                        field("activity", NAME)));
        all.put("donate-minutes", line(field("from", NAME), field("to", NAME), field("minutes", COUNT)));
        all.put("balance-refund", line(field("wallet", NAME)));
        all.put("expire", line());
        all.put("day-end", line(field("date", DATE)));
        all.put(
                "bank-answer",
                line(field("batch", DATE), field("paid", listOf(NAME, 0)), field("rejected", listOf(NAME, 0))));
        return all;
    }

    private record Field(String name, boolean optional, Predicate<JsonNode> type) {}

    private static Field field(String name, Predicate<JsonNode> type) {
        return new Field(name, false, type);
    }

    private static Field optional(String name, Predicate<JsonNode> type) {
        return new Field(name, true, type);
    }

    private static Predicate<JsonNode> line(Field... fields) {
        Field[] all = new Field[fields.length + 3];
        all[0] = field("at", TIME);
        all[1] = field("id", NAME);
        all[2] = field("op", JsonNode::isString);
        System.arraycopy(fields, 0, all, 3, fields.length);
        return object(all);
    }

    /** An object with all the fields that it must have and none that it may not have. */
    private static Predicate<JsonNode> object(Field... fields) {
        return node -> {
            if (!node.isObject()) {
                return false;
            }
            Set<String> unknown = new HashSet<>(node.propertyNames());
            for (Field field : fields) {
                unknown.remove(field.name());
                JsonNode value = node.get(field.name());
                boolean right = value == null ? field.optional() : field.type().test(value);
                if (!right) {
                    return false;
                }
            }
            return unknown.isEmpty();
        };
    }

    private static Predicate<JsonNode> listOf(Predicate<JsonNode> entry, int atLeast) {
        return node -> {
            if (!node.isArray() || node.size() < atLeast || node.size() > LONGEST_LIST) {
                return false;
            }
            for (JsonNode value : node) {
                if (!entry.test(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> oneOf(String... values) {
        return node -> node.isString() && List.of(values).contains(node.stringValue());
    }

    /** A JSON integer between two bounds; one written with a fraction or an exponent is none. */
    private static Predicate<JsonNode> wholeNumber(long least, long most) {
        return node -> node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
    }

    private static boolean is(JsonNode line, String field, String value) {
        return line.get(field).stringValue().equals(value);
    }

    private static boolean linesAreNamedApart(JsonNode lines) {
        Set<String> names = new HashSet<>();
        for (JsonNode line : lines) {
            if (!names.add(line.get("line").stringValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRates(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> rate : node.properties()) {
            if (!isName(rate.getKey()) || !COUNT.test(rate.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(JsonNode node) {
        if (!node.isString() || !node.stringValue().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return false;
        }
        try {
            LocalDate.parse(node.stringValue());
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isName(JsonNode node) {
        return node.isString() && isName(node.stringValue());
    }

    private static boolean isName(String text) {
        int[] codePoints = text.codePoints().toArray();
        if (codePoints.length < 1 || codePoints.length > 64) {
            return false;
        }
        for (int codePoint : codePoints) {
            boolean control = codePoint <= 0x1F || (codePoint >= 0x7F && codePoint <= 0x9F);
            boolean loneSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
            if (control || loneSurrogate) {
                return false;
            }
        }
        return true;
    }
}
