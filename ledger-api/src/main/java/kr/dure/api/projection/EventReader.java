package kr.dure.api.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;

/** Reads the log event by event, for groups that put aside what they cannot take in. */
record EventReader(LogPages log, EventCodec codec, Supplier<List<Changes>> changes) implements Reading {
    @Override
    public Batch read(long after, int limit, Set<String> parked) {
        List<StoredEvent> page = log.after(after, limit);
        return fold(after, page, page.size() >= limit, parked);
    }

    /** What cannot be folded ends the batch before it, and is met again at the start of the next one. */
    private Batch fold(long after, List<StoredEvent> events, boolean more, Set<String> parked) {
        List<Changes> folded = changes.get();
        List<StoredEvent> waiting = new ArrayList<>();
        long position = after;
        long at = 0;
        for (StoredEvent event : events) {
            if (parked.contains(event.stream())) {
                waiting.add(event);
            } else {
                try {
                    Fact fact = Fact.of(event, codec);
                    folded.forEach(change -> change.take(fact));
                } catch (RuntimeException unfit) {
                    if (position == after) {
                        throw new Poison(event.position(), unfit);
                    }
                    return fold(after, events.subList(0, Math.toIntExact(position - after)), true, parked);
                }
            }
            position = event.position();
            at = Nanos.of(event.at());
        }
        return new Batch(after, position, at, more, folded, waiting);
    }
}
