package kr.dure.core.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;

/** The events that a batch has decided and not yet committed, by decision and by stream. */
final class Staging {
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private int decided;

    void add(DomainEventMessage<?> event) {
        events.add(event);
        streams.computeIfAbsent(event.getAggregateIdentifier(), stream -> new ArrayList<>(1))
                .add(event);
    }

    /** The events since the last decision that was kept. */
    List<DomainEventMessage<?>> undecided() {
        return events.subList(decided, events.size());
    }

    void keep() {
        decided = events.size();
    }

    void clear() {
        events.clear();
        streams.clear();
        decided = 0;
    }

    int size() {
        return events.size();
    }

    List<DomainEventMessage<?>> of(String stream) {
        return streams.getOrDefault(stream, List.of());
    }
}
