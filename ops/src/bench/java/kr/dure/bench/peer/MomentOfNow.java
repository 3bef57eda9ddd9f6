package kr.dure.bench.peer;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import kr.dure.core.ledger.Moment;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives handlers the moment of their decision. */
record MomentOfNow(Clock clock) implements ParameterResolverFactory {
    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Moment.class ? new Resolver(clock) : null;
    }

    private record Resolver(Clock clock) implements ParameterResolver<Moment> {
        @Override
        public Moment resolveParameterValue(Message<?> message) {
            return new Moment(clock.instant());
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
