package kr.dure.core.eventlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that were used last, for the writer's thread. What is thrown out depends on nothing but what was asked
 * for, so that a run can be repeated.
 */
final class AggregateCache<T> {
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, EventSourcedAggregate<T>> byLastUse = new LinkedHashMap<>(16, 0.75f, true);
    private final long bound;

    AggregateCache(long bound) {
        this.bound = bound;
    }

    @Nullable
    EventSourcedAggregate<T> get(String stream) {
        return byLastUse.get(stream);
    }

    void put(String stream, EventSourcedAggregate<T> aggregate) {
        streams.add(stream);
        byLastUse.put(stream, aggregate);
    }

    /** Throws out what is too much. While a decision is made nothing is: it must not get two of the same aggregate. */
    void trim() {
        if (byLastUse.size() > bound) {
            var eldest = byLastUse.keySet().iterator();
            for (long tooMany = byLastUse.size() - bound; tooMany > 0; tooMany--) {
                streams.remove(eldest.next());
                eldest.remove();
            }
        }
    }

    /** Safe to ask from any thread. */
    boolean contains(String stream) {
        return streams.contains(stream);
    }

    Map<String, EventSourcedAggregate<T>> all() {
        return Map.copyOf(byLastUse);
    }

    void remove(String stream) {
        streams.remove(stream);
        byLastUse.remove(stream);
    }

    void clear() {
        streams.clear();
        byLastUse.clear();
    }
}
