package kr.dure.ops.link;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.dure.core.ledger.Command;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns commands into JSON and back, by the names of feature and command, such as {@code wallet.PayMerchant}. Every field
 * is written, and must be there to be read.
 */
final class CommandCodec {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Class<?>> types = new TreeMap<>();

    /** @param families the sealed interfaces of all commands that there are */
    CommandCodec(Collection<Class<? extends Command>> families) {
        families.forEach(this::register);
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
        } else if (types.put(name(type), type) != null) {
            throw new IllegalArgumentException("two commands are named " + name(type));
        }
    }

    Set<String> names() {
        return types.keySet();
    }

    static String name(Class<?> type) {
        String feature = type.getPackageName();
        return feature.substring(feature.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    JsonNode write(Command command) {
        return MAPPER.valueToTree(command);
    }

    /** @throws NotUnderstood if there is no such command, or it has other fields */
    Command read(String name, JsonNode content) {
        Class<?> type = types.get(name);
        if (type == null) {
            throw new NotUnderstood("no command is named so", null);
        }
        try {
            Object command = MAPPER.treeToValue(content, type);
            requireWhole(command);
            return (Command) command;
        } catch (JacksonException | IllegalArgumentException unfit) {
            throw new NotUnderstood(name + " has other fields here", unfit);
        }
    }

    private static void requireWhole(@Nullable Object command) {
        if (command == null) {
            throw new IllegalArgumentException("null");
        }
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            boolean mayLack = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!mayLack && valueOf(component, command) == null) {
                throw new IllegalArgumentException(component.getName() + " is null");
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // a record may be nested in a type that is not public
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other side knows another version of this command. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
