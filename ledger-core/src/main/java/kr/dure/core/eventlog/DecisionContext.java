package kr.dure.core.eventlog;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives handlers what they ask for by type: the moment, the rule book, running books, services. */
final class DecisionContext implements ParameterResolverFactory {
    private final Map<Class<?>, Supplier<?>> services = new HashMap<>();

    <S> void provide(Class<S> type, Supplier<? extends S> service) {
        if (services.put(type, service) != null) {
            throw new IllegalStateException(type + " is provided twice");
        }
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Supplier<?> service = services.get(parameters[index].getType());
        return service == null ? null : new Resolver(service);
    }

    private record Resolver(Supplier<?> service) implements ParameterResolver<Object> {
        @Override
        public Object resolveParameterValue(Message<?> message) {
            return service.get();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
