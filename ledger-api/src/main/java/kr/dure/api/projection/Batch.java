package kr.dure.api.projection;

import java.util.List;
import kr.dure.core.eventlog.StoredEvent;

/**
 * Whole operations of one day, next to each other in the log, and what they change.
 *
 * @param after the position before the first of its events
 * @param position of the last one; the same as {@code after} if there is none
 * @param at the last one's time
 * @param more whether the log went on after it
 * @param parked those that wait behind a dead letter of their stream
 */
record Batch(long after, long position, long at, boolean more, List<Changes> changes, List<StoredEvent> parked) {
    boolean isEmpty() {
        return position == after;
    }

    int size() {
        return Math.toIntExact(position - after);
    }
}
