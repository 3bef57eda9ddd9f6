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
    private static final ClassValue<List<Method>> NEEDED = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            return components == null ? List.of() : needed(components);
        }
    };

    private Whole() {}

    private static List<Method> needed(RecordComponent[] components) {
        var accessors = Arrays.stream(components)
                .filter(component -> !component.getType().isPrimitive())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getAccessor)
                .toList();
        AccessibleObject.setAccessible(accessors.toArray(AccessibleObject[]::new), true);
        return accessors;
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
                lookInto(pointer + "/" + i, list.get(i), missing);
            }
        } else if (body.getClass().isRecord()) {
            for (Method accessor : NEEDED.get(body.getClass())) {
                lookInto(pointer + "/" + accessor.getName(), value(accessor, body), missing);
            }
        }
    }

    private static void lookInto(String pointer, @Nullable Object value, List<FieldError> missing) {
        if (value == null) {
            missing.add(new FieldError(pointer, "is missing"));
        } else {
            look(pointer, value, missing);
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
