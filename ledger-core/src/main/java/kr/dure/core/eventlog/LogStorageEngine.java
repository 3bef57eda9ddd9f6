package kr.dure.core.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** The log as Axon sees it. What a batch appends is handed to the writer, which seals it. */
final class LogStorageEngine implements EventStorageEngine {
    private static final int PAGE = 1_000;

    private final LogStore store;
    private final Recall recall;
    private final EventCodec codec;
    private final Snapshots snapshots;
    private final Consumer<List<? extends EventMessage<?>>> seal;

    LogStorageEngine(
            LogStore store,
            Recall recall,
            EventCodec codec,
            Snapshots snapshots,
            Consumer<List<? extends EventMessage<?>>> seal) {
        this.store = store;
        this.recall = recall;
        this.codec = codec;
        this.snapshots = snapshots;
        this.seal = seal;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        seal.accept(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    /** Snapshot and events of an aggregate come together, by {@link #readEvents(String)}. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        StreamTail tail = recall.tail(aggregateIdentifier);
        List<DomainEventMessage<?>> messages = new ArrayList<>(tail.events().size() + 1);
        var snapshot = tail.snapshot() == null ? null : snapshots.read(tail.snapshot());
        if (snapshot != null) {
            messages.add(snapshot);
        } else if (tail.snapshot() != null) {
            tail = new StreamTail(null, store.wholeStream(aggregateIdentifier));
        }
        tail.events().forEach(event -> messages.add(message(event)));
        return DomainEventStream.of(messages);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(store.wholeStream(aggregateIdentifier).stream()
                .filter(event -> event.sequence() >= firstSequenceNumber)
                .map(this::message));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        var pages = new Pages(LogToken.position(token));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
                .map(event -> new GenericTrackedDomainEventMessage<>(LogToken.at(event.position()), message(event)));
    }

    @Override
    public TrackingToken createTailToken() {
        return LogToken.at(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return LogToken.at(store.head());
    }

    private DomainEventMessage<?> message(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                prefix(event.stream()),
                event.stream(),
                event.sequence(),
                codec.read(event),
                java.util.Map.of(),
                Long.toString(event.position()),
                event.at());
    }

    static String prefix(String stream) {
        int slash = stream.indexOf('/');
        return slash < 0 ? stream : stream.substring(0, slash);
    }

    /** Reads the log page by page, as far as it goes. */
    private final class Pages implements Iterator<StoredEvent> {
        private final Deque<StoredEvent> page = new ArrayDeque<>();
        private long after;

        Pages(long after) {
            this.after = after;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(store.read(after, PAGE));
            }
            return !page.isEmpty();
        }

        @Override
        public StoredEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            StoredEvent event = page.removeFirst();
            after = event.position();
            return event;
        }
    }
}
