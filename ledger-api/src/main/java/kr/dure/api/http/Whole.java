package kr.dure.api.http;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a request has all its fields: those that may be missing are marked {@link Nullable}. */
final class Whole {
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            return components == null ? List.of() : parts(components);
        }
    };

    private Whole() {}

    /** @param needed whether it may not be missing; what is in it is looked at in any case */
    private record Part(Method accessor, boolean needed) {
        static Part of(RecordComponent component) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getAccessor(), !optional);
        }
    }

    private static List<Part> parts(RecordComponent[] components) {
        var parts = Arrays.stream(components)
                .filter(component -> !component.getType().isPrimitive())
                .map(Part::of)
                .toList();
        AccessibleObject.setAccessible(parts.stream().map(Part::accessor).toArray(AccessibleObject[]::new), true);
        return parts;
    }

    /** @throws Problem naming every field that is missing, in lists and in records within, too */
    static void require(Object body) {
        List<FieldError> missing = new ArrayList<>(0);
        look("", body, missing);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    private static void look(String pointer, Object body, List<FieldError> missing) {
        if (body instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                lookInto(pointer + "/" + i, list.get(i), true, missing);
            }
        } else if (body.getClass().isRecord()) {
            for (Part part : PARTS.get(body.getClass())) {
                String field = pointer + "/" + part.accessor().getName();
                lookInto(field, value(part.accessor(), body), part.needed(), missing);
            }
        }
    }

    private static void lookInto(String pointer, @Nullable Object value, boolean needed, List<FieldError> missing) {
        if (value != null) {
            look(pointer, value, missing);
        } else if (needed) {
            missing.add(new FieldError(pointer, "is missing"));
        }
    }

    private static @Nullable Object value(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
