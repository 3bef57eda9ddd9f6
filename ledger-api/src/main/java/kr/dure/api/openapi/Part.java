package kr.dure.api.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import kr.dure.api.contract.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** A field of a record that is read or written as JSON. */
record Part(RecordComponent component, ResolvableType type) {
    static List<Part> of(ResolvableType record) {
        return Arrays.stream(record.resolve(Object.class).getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(component -> new Part(component, ResolvableType.forType(component.getGenericType(), record)))
                .toList();
    }

    String name() {
        return component.getName();
    }

    boolean mayBeMissing() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it is not written at all if it is not there; otherwise it is written as null. */
    boolean isLeftOut() {
        return component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class);
    }

    @Nullable
    Shape shape() {
        return component.getAnnotation(Shape.class);
    }
}
