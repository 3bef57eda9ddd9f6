package kr.dure.api.projection;

import java.util.List;

/**
 * Whole operations of one day, next to each other in the log, and what they change.
 *
 * @param after the position before the first of its events
 * @param position of the last one; the same as {@code after} if there is none
 * @param at the last one's time
 */
record Batch(long after, long position, long at, List<Changes> changes) {
    boolean isEmpty() {
        return position == after;
    }

    int size() {
        return Math.toIntExact(position - after);
    }
}
