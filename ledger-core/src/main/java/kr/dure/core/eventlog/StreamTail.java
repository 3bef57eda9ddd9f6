package kr.dure.core.eventlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What loads an aggregate: its newest snapshot, if any, and the events after it. */
public record StreamTail(@Nullable StoredSnapshot snapshot, List<StoredEvent> events) {
    public static final StreamTail EMPTY = new StreamTail(null, List.of());
}
