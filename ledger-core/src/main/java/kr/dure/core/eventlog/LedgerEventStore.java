package kr.dure.core.eventlog;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store over the log. It keeps what a batch has staged at hand, by stream. */
final class LedgerEventStore extends EmbeddedEventStore {
    private final Staging staging;

    LedgerEventStore(LogStorageEngine engine, Staging staging) {
        super(EmbeddedEventStore.builder().storageEngine(engine).optimizeEventConsumption(false));
        this.staging = staging;
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        events.forEach(event -> staging.add((DomainEventMessage<?>) event));
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return staging.of(aggregateIdentifier).stream();
    }
}
