package kr.dure.api.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dure.api.contract.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** A field of a record that is read or written as JSON. */
record Part(RecordComponent component, ResolvableType type) {
    static List<Part> of(ResolvableType record) {
        return Arrays.stream(record.resolve(Object.class).getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(component -> new Part(component, ResolvableType.forType(component.getGenericType(), record)))
                .flatMap(Part::unwrapped)
                .toList();
    }

    /** Fields of a record that are written as if they were the outer one's own. */
    private Stream<Part> unwrapped() {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? of(type).stream() : Stream.of(this);
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

    /** A list or a table that is not written if it is empty. */
    boolean isLeftOutWhenEmpty() {
        var include = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        var plain = type.resolve(Object.class);
        return include != null
                && include.value() == JsonInclude.Include.NON_EMPTY
                && (Collection.class.isAssignableFrom(plain) || Map.class.isAssignableFrom(plain));
    }

    @Nullable
    Shape shape() {
        return component.getAnnotation(Shape.class);
    }
}
