package kr.dure.core.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * Aggregates in memory, for the one writer: live instances in a bounded cache, loaded from snapshot and events when they
 * are not there. A stream without events is a blank aggregate, which knows that it is one. No lock and no copy is
 * needed, for nobody but the writer's thread ever touches them; after a failure the cache is cleared.
 */
final class StreamRepository<T> implements Repository<T> {
    private final AggregateModel<T> model;
    private final Supplier<T> blank;
    private final EventStore eventStore;
    private final AggregateCache<T> cache;
    private final int eventsPerSnapshot;
    private final List<EventSourcedAggregate<T>> due = new ArrayList<>();

    StreamRepository(
            AggregateModel<T> model, Supplier<T> blank, EventStore eventStore, long bound, int eventsPerSnapshot) {
        this.model = model;
        this.blank = blank;
        this.eventStore = eventStore;
        this.eventsPerSnapshot = eventsPerSnapshot;
        this.cache = new AggregateCache<>(bound);
    }

    @Override
    public Aggregate<T> load(String stream) {
        var cached = cache.get(stream);
        if (cached != null) {
            return cached;
        }
        var loaded = read(stream);
        cache.put(stream, loaded);
        return loaded;
    }

    private EventSourcedAggregate<T> read(String stream) {
        var events = eventStore.readEvents(stream);
        var trigger = new Trigger();
        if (!events.hasNext()) {
            var aggregate = EventSourcedAggregate.initialize(blank.get(), model, eventStore, trigger);
            trigger.of = aggregate;
            return aggregate;
        }
        Object first = events.peek().getPayload();
        T root = model.entityClass().isInstance(first) ? model.entityClass().cast(first) : blank.get();
        var aggregate = EventSourcedAggregate.initialize(root, model, eventStore, trigger);
        aggregate.initializeState(events);
        trigger.of = aggregate;
        return aggregate;
    }

    /** Safe to ask from any thread: whether loading would read the log. */
    boolean isCached(String stream) {
        return cache.contains(stream);
    }

    /** Those in memory, by stream. */
    Map<String, EventSourcedAggregate<T>> cached() {
        return cache.all();
    }

    /** Keeps to the bound; call between decisions. */
    void trim() {
        cache.trim();
    }

    void clear() {
        cache.clear();
        due.clear();
    }

    /** What is in memory of a stream is not what it holds. */
    void forget(String stream) {
        cache.remove(stream);
        due.removeIf(aggregate -> aggregate.identifierAsString().equals(stream));
    }

    /** Stores snapshots of those that have gone far since their last one; call when all is committed. */
    void snapshot() {
        for (var aggregate : due) {
            eventStore.storeSnapshot(new GenericDomainEventMessage<>(
                    model.type(), aggregate.identifierAsString(), aggregate.version(), aggregate.getAggregateRoot()));
        }
        due.clear();
    }

    @Override
    public Aggregate<T> load(String stream, @org.jspecify.annotations.Nullable Long expectedVersion) {
        return load(stream);
    }

    @Override
    public Aggregate<T> loadOrCreate(String stream, Callable<T> factory) {
        return load(stream);
    }

    /** An aggregate comes into being by its first event; a new one needs its name. */
    @Override
    public Aggregate<T> newInstance(Callable<T> factory) {
        throw new IllegalStateException("load a blank " + model.type() + " by its stream instead");
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        throw new IllegalStateException("aggregates take commands only");
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return false;
    }

    private final class Trigger implements SnapshotTrigger {
        private int events;
        private @org.jspecify.annotations.Nullable EventSourcedAggregate<T> of;

        @Override
        public void eventHandled(EventMessage<?> event) {
            if (++events >= eventsPerSnapshot && of != null) {
                events = 0;
                due.add(of);
            }
        }

        @Override
        public void initializationFinished() {}
    }
}
