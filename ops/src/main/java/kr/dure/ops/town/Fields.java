package kr.dure.ops.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kr.dure.core.id.Dong;
import kr.dure.core.id.Names;

/** Takes the fields of one object, each by its type; what is left over at the end is one too many. */
final class Fields {
    static final long LARGEST_AMOUNT = 1_000_000_000_000L;
    static final long LARGEST_COUNT = 1_000_000;
    private static final int LONGEST_LIST = 10_000;

    private final Map<String, Object> left;

    Fields(Map<String, Object> object) {
        this.left = new HashMap<>(object);
    }

    /** @throws Malformed if a field was not taken */
    void done() {
        if (!left.isEmpty()) {
            throw new Malformed(left.keySet().iterator().next(), "is not a field of this operation");
        }
    }

    <T> T must(String field, Function<Object, Optional<T>> type) {
        Object value = left.remove(field);
        if (value == null) {
            throw new Malformed(field, "is missing");
        }
        return typed(field, value, type);
    }

    <T> Optional<T> may(String field, Function<Object, Optional<T>> type) {
        Object value = left.remove(field);
        return value == null ? Optional.empty() : Optional.of(typed(field, value, type));
    }

    private static <T> T typed(String field, Object value, Function<Object, Optional<T>> type) {
        return type.apply(value).orElseThrow(() -> new Malformed(field, "is not of its type"));
    }

    // ------------------------------------------------------------------------- types

    static Optional<String> name(Object value) {
        return value instanceof String text && Names.isName(text) ? Optional.of(text) : Optional.empty();
    }

    static Optional<Dong> dong(Object value) {
        return value instanceof String text && Dong.isDong(text) ? Optional.of(new Dong(text)) : Optional.empty();
    }

    static Optional<Boolean> bool(Object value) {
        return value instanceof Boolean bool ? Optional.of(bool) : Optional.empty();
    }

    static Optional<Long> amount(Object value) {
        return within(value, 1, LARGEST_AMOUNT);
    }

    static Optional<Long> amountOrZero(Object value) {
        return within(value, 0, LARGEST_AMOUNT);
    }

    static Optional<Long> count(Object value) {
        return within(value, 1, LARGEST_COUNT);
    }

    private static Optional<Long> within(Object value, long least, long most) {
        return value instanceof Long number && number >= least && number <= most
                ? Optional.of(number)
                : Optional.empty();
    }

    static Optional<LocalDate> date(Object value) {
        return value instanceof String text ? Times.date(text) : Optional.empty();
    }

    static Optional<Instant> at(Object value) {
        return value instanceof String text ? Times.at(text) : Optional.empty();
    }

    static <T> Function<Object, Optional<T>> oneOf(Map<?, T> values) {
        return value -> Optional.ofNullable(values.get(value));
    }

    static <T> Function<Object, Optional<List<T>>> list(int least, Function<Object, Optional<T>> type) {
        return value -> {
            if (!(value instanceof List<?> values) || values.size() < least || values.size() > LONGEST_LIST) {
                return Optional.empty();
            }
            List<T> typed = new ArrayList<>(values.size());
            for (Object item : values) {
                type.apply(item).ifPresent(typed::add);
            }
            return typed.size() == values.size() ? Optional.of(typed) : Optional.empty();
        };
    }

    /** An object with fields of its own. */
    static <T> Function<Object, Optional<T>> object(Function<Fields, T> read) {
        return value -> {
            if (!(value instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            Map<String, Object> object = new HashMap<>();
            map.forEach((key, field) -> object.put((String) key, field));
            var fields = new Fields(object);
            T read1 = read.apply(fields);
            fields.done();
            return Optional.of(read1);
        };
    }

    /** An object whose keys are names: at least one. */
    static Optional<Map<String, Long>> rates(Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> rates = new java.util.TreeMap<>();
        map.forEach((material, rate) ->
                name(material).ifPresent(name -> count(rate).ifPresent(won -> rates.put(name, won))));
        return rates.size() == map.size() ? Optional.of(rates) : Optional.empty();
    }
}
