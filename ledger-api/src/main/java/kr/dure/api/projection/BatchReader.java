package kr.dure.api.projection;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Reads the log in batches that split no operation and span no midnight. */
record BatchReader(LogPages log, EventCodec codec, Supplier<List<Changes>> changes) implements Reading {
    /** Operations longer than this are split: the sweep of very many wallets, each of which is whole by itself. */
    static final int LONGEST_OPERATION = 50_000;

    @Override
    public Batch read(long after, int limit, Set<String> parked) {
        List<StoredEvent> page = log.after(after, limit);
        boolean more = page.size() >= limit;
        return fold(after, more ? wholeOperations(after, page) : page, more);
    }

    /** The log itself always ends with a whole operation, but a page of it may not. */
    private List<StoredEvent> wholeOperations(long after, List<StoredEvent> page) {
        int end = lastStart(page);
        return end > 0 ? page.subList(0, end) : oneOperation(after, 2 * page.size());
    }

    private List<StoredEvent> oneOperation(long after, int limit) {
        List<StoredEvent> events = log.after(after, limit);
        for (int i = 1; i < events.size(); i++) {
            if (isStart(events.get(i))) {
                return events.subList(0, i);
            }
        }
        return events.size() < limit || limit >= LONGEST_OPERATION
                ? events
                : oneOperation(after, Math.min(LONGEST_OPERATION, 4 * limit));
    }

    /** Where the last operation starts that is not the first one; 0 if there is none. */
    private static int lastStart(List<StoredEvent> events) {
        int i = events.size() - 1;
        while (i > 0 && !isStart(events.get(i))) {
            i--;
        }
        return i;
    }

    private static boolean isStart(StoredEvent event) {
        return event.operation() != null;
    }

    private Fact fact(StoredEvent event, long expected) {
        if (event.position() != expected) {
            throw new IllegalStateException("the log goes on at " + event.position() + " instead of " + expected);
        }
        return Fact.of(event, codec);
    }

    /** What cannot be folded ends the batch before its operation, and is met again at the start of the next one. */
    private Batch fold(long after, List<StoredEvent> events, boolean more) {
        List<Changes> folded = changes.get();
        @Nullable Fact last = null;
        for (StoredEvent event : events) {
            long next = last == null ? after + 1 : last.position() + 1;
            try {
                Fact fact = fact(event, next);
                if (last != null && !fact.day().equals(last.day())) {
                    break;
                }
                folded.forEach(change -> change.take(fact));
                last = fact;
            } catch (RuntimeException unfit) {
                int fitting = lastStart(events.subList(0, Math.toIntExact(next - after)));
                if (fitting == 0) {
                    throw new Poison(next, unfit);
                }
                return fold(after, events.subList(0, fitting), true);
            }
        }
        if (last == null) {
            return new Batch(after, after, 0, more, folded, List.of());
        }
        boolean cut = last.position() < after + events.size();
        return new Batch(after, last.position(), last.nanos(), more || cut, folded, List.of());
    }
}
