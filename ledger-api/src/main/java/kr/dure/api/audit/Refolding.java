package kr.dure.api.audit;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.function.Supplier;
import kr.dure.core.eventlog.SnapshotCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.ledger.LedgerEvent;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MessageHandlerInvocationException;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds streams with the very aggregate that decides on them, one after the other: what comes out is what its next
 * decision would be based on.
 */
final class Refolding<T> {
    private static final SnapshotCodec STATES = new SnapshotCodec();

    private final AggregateModel<T> model;
    private final Supplier<T> blank;
    private T aggregate;

    Refolding(Class<T> type, Supplier<T> blank) {
        this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(type), Refolding::ofDecisions));
        this.blank = blank;
        this.aggregate = blank.get();
    }

    /** Command handlers are looked at too, and ask for much beside the command; none is called here. */
    private static @Nullable ParameterResolver<Object> ofDecisions(
            Executable executable, Parameter[] parameters, int index) {
        return index == 0
                ? null
                : new ParameterResolver<>() {
                    @Override
                    public Object resolveParameterValue(Message<?> message) {
                        throw new IllegalStateException("an audit decides nothing");
                    }

                    @Override
                    public boolean matches(Message<?> message) {
                        return true;
                    }
                };
    }

    void begin() {
        aggregate = blank.get();
    }

    /** @throws RuntimeException if the aggregate cannot take the event in: one before it was changed or is missing */
    void fold(StoredEvent stored, LedgerEvent event) {
        try {
            model.publish(message(stored, event), aggregate);
        } catch (MessageHandlerInvocationException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException reason ? reason : wrapped;
        }
    }

    private static GenericDomainEventMessage<LedgerEvent> message(StoredEvent stored, LedgerEvent event) {
        return new GenericDomainEventMessage<>(
                stored.type(),
                stored.stream(),
                stored.sequence(),
                event,
                Map.of(),
                Long.toString(stored.position()),
                stored.at());
    }

    /** All that the aggregate remembers. */
    JsonNode state() {
        return JsonMapper.shared().readTree(STATES.write(aggregate));
    }
}
