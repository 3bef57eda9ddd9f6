package kr.dure.api.http;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The items of a batch, which come as JSON or as a table: all of them, or everything that is wrong with them. */
public final class Items {
    public static final int MOST = 10_000;
    private static final int MOST_ERRORS = 1_000;
    private static final Set<Class<?>> NUMBERS = Set.of(Count.class, Amount.class);

    private Items() {}

    /**
     * Items that stand in the field {@code items} of a body.
     *
     * @throws Problem naming each bad one, up to 1,000
     */
    public static <T extends Record> List<T> of(List<JsonNode> items, Class<T> type) {
        requireSize("/items", items.size());
        List<T> read = new ArrayList<>(items.size());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < items.size() && errors.size() < MOST_ERRORS; i++) {
            item(items.get(i), type, "/items/" + i, errors).ifPresent(read::add);
        }
        return whole(read, errors);
    }

    /**
     * Items that stand in the rows of a table, whose columns have the names of the item's fields, in any order.
     *
     * @throws Problem naming each bad one, up to 1,000, as {@code /rows/1/COLUMN}: the row after the titles is the first
     */
    public static <T extends Record> List<T> of(CsvTable table, Class<T> type) {
        requireColumns(table, type);
        requireSize("/rows", table.rows().size());
        List<T> read = new ArrayList<>(table.rows().size());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < table.rows().size() && errors.size() < MOST_ERRORS; i++) {
            String pointer = "/rows/" + (i + 1);
            var row = table.rows().get(i);
            if (row.size() != table.columns().size()) {
                errors.add(new FieldError(pointer, "has " + table.columns().size() + " fields"));
            } else {
                item(object(table.columns(), row, type), type, pointer, errors).ifPresent(read::add);
            }
        }
        return whole(read, errors);
    }

    private static void requireSize(String pointer, int items) {
        if (items < 1 || items > MOST) {
            throw Problem.invalid(pointer, "are 1 to " + MOST);
        }
    }

    private static void requireColumns(CsvTable table, Class<? extends Record> type) {
        var names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        boolean same = table.columns().size() == names.size() && new HashSet<>(table.columns()).containsAll(names);
        if (!same) {
            throw Problem.invalid("/rows/0", "names the columns " + String.join(",", names));
        }
    }

    private static <T> List<T> whole(List<T> read, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return read;
    }

    private static <T> Optional<T> item(JsonNode item, Class<T> type, String pointer, List<FieldError> errors) {
        if (!item.isObject()) {
            errors.add(new FieldError(pointer, "is a JSON object"));
            return Optional.empty();
        }
        try {
            return Optional.of(type.cast(StrictBody.bind(item, type)));
        } catch (Problem unfit) {
            unfit.errors().forEach(error -> errors.add(new FieldError(pointer + error.pointer(), error.rule())));
            return Optional.empty();
        }
    }

    /** A row as an object; an empty cell is a field that is missing. */
    private static JsonNode object(List<String> columns, List<String> row, Class<? extends Record> type) {
        var object = ApiJson.MAPPER.createObjectNode();
        for (RecordComponent field : type.getRecordComponents()) {
            String cell = row.get(columns.indexOf(field.getName()));
            if (NUMBERS.contains(field.getType()) && cell.matches("\\d{1,18}")) {
                object.put(field.getName(), Long.parseLong(cell));
            } else if (!cell.isEmpty()) {
                object.put(field.getName(), cell);
            }
        }
        return object;
    }
}
