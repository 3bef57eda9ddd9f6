package kr.dure.core.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What the writer did last, in memory: it covers what a reading that began a little earlier cannot have seen. The oldest
 * batches are forgotten, whole; {@link #floor} is the newest of those.
 */
final class Recent {
    private final Map<String, Entry<Known>> answers = new HashMap<>();
    private final Map<String, Entry<Recorded<LedgerEvent>>> operations = new HashMap<>();
    private final Map<String, Entry<Recorded<LedgerEvent>>> subjects = new HashMap<>();
    private final Map<String, Long> streams = new HashMap<>();
    private final Deque<Trace> traces = new ArrayDeque<>();
    private final int kept;
    private long floor;

    Recent(int kept) {
        this.kept = kept;
    }

    /** Batches up to this one may have been forgotten. */
    long floor() {
        return floor;
    }

    void clear(long newFloor) {
        answers.clear();
        operations.clear();
        subjects.clear();
        streams.clear();
        traces.clear();
        floor = newFloor;
    }

    @Nullable
    Known answer(String operation) {
        return value(answers.get(operation));
    }

    @Nullable
    Recorded<LedgerEvent> operation(String operation) {
        return value(operations.get(operation));
    }

    @Nullable
    Recorded<LedgerEvent> subject(String subject) {
        return value(subjects.get(subject));
    }

    /** Whether a stream has had events after a batch. */
    boolean touchedSince(String stream, long batch) {
        Long touched = streams.get(stream);
        return touched != null && touched > batch;
    }

    /** The streams that have had events after a batch. */
    Iterable<String> streamsSince(long batch) {
        return () -> streams.entrySet().stream()
                .filter(touched -> touched.getValue() > batch)
                .map(Map.Entry::getKey)
                .iterator();
    }

    void answered(long batch, String operation, Known known) {
        answers.put(operation, new Entry<>(batch, known));
        traces.add(new Trace(batch, operation, null, null));
    }

    void appended(long batch, StoredEvent event, Recorded<LedgerEvent> recorded) {
        if (event.operation() != null) {
            operations.put(event.operation(), new Entry<>(batch, recorded));
        }
        if (event.subject() != null) {
            subjects.put(event.subject(), new Entry<>(batch, recorded));
        }
        streams.put(event.stream(), batch);
        traces.add(new Trace(batch, event.operation(), event.subject(), event.stream()));
    }

    /** Forgets the oldest batches beyond what is to be kept; call between batches. */
    void tidy(long current) {
        while (traces.size() > kept && traces.getFirst().batch() < current) {
            floor = traces.getFirst().batch();
            while (!traces.isEmpty() && traces.getFirst().batch() == floor) {
                forget(traces.removeFirst());
            }
        }
    }

    private void forget(Trace trace) {
        if (trace.operation() != null) {
            answers.computeIfPresent(trace.operation(), (id, entry) -> entry.unlessOf(trace.batch()));
            operations.computeIfPresent(trace.operation(), (id, entry) -> entry.unlessOf(trace.batch()));
        }
        if (trace.subject() != null) {
            subjects.computeIfPresent(trace.subject(), (id, entry) -> entry.unlessOf(trace.batch()));
        }
        if (trace.stream() != null) {
            streams.computeIfPresent(trace.stream(), (id, batch) -> batch == trace.batch() ? null : batch);
        }
    }

    private static <T> @Nullable T value(@Nullable Entry<T> entry) {
        return entry == null ? null : entry.value();
    }

    private record Entry<T>(long batch, T value) {
        @Nullable
        Entry<T> unlessOf(long forgotten) {
            return batch == forgotten ? null : this;
        }
    }

    private record Trace(
            long batch,
            @Nullable String operation,
            @Nullable String subject,
            @Nullable String stream) {}
}
