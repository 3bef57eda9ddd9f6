package kr.dure.core.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the state of aggregates and running books into JSON and back, field by field. A snapshot bears the fingerprint
 * of the fields that made it: after a change of the code it no longer fits, is passed over, and the events tell the
 * state anew. So they do if it cannot be read, for a snapshot is a shortcut and never stands in the way.
 */
public final class SnapshotCodec {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCodec.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a flag that is not set is not written
            .build();

    private final Map<Class<?>, String> forms = new ConcurrentHashMap<>();

    /** The name and the fingerprint of a type's fields. */
    public String form(Class<?> type) {
        return forms.computeIfAbsent(type, t -> {
            var crc = new CRC32C();
            describe(t, crc, new HashSet<>());
            return t.getSimpleName() + "-" + Long.toHexString(crc.getValue());
        });
    }

    public String write(Object state) {
        return MAPPER.writeValueAsString(state);
    }

    public <T> T read(String state, Class<T> type) {
        return MAPPER.readValue(state, type);
    }

    /** The state in a snapshot, or null if other code made it or it cannot be read. */
    <T> @Nullable T open(StoredSnapshot stored, Class<T> type) {
        if (!form(type).equals(stored.form())) {
            return null;
        }
        try {
            return Objects.requireNonNull(read(stored.state(), type), "no state");
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "the snapshot of {} cannot be read; the events are read instead: {}",
                    stored.stream(),
                    unreadable.toString());
            return null;
        }
    }

    private static void describe(Type type, CRC32C crc, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                update(crc, generic.getRawType().getTypeName());
                for (Type argument : generic.getActualTypeArguments()) {
                    describe(argument, crc, seen);
                }
            }
            case Class<?> plain -> describe(plain, crc, seen);
            default -> update(crc, type.getTypeName());
        }
    }

    private static void describe(Class<?> type, CRC32C crc, Set<Type> seen) {
        update(crc, type.getName());
        if (!type.getName().startsWith("kr.dure.")) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                update(crc, component.getName());
                describe(component.getGenericType(), crc, seen);
            }
            return;
        }
        Field[] fields = type.getDeclaredFields();
        Arrays.sort(fields, Comparator.comparing(Field::getName));
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers())) {
                update(crc, field.getName());
                describe(field.getGenericType(), crc, seen);
            }
        }
    }

    private static void update(CRC32C crc, String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
    }
}
