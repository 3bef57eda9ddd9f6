package kr.dure.api.projection;

import java.util.List;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.StoredEvent;

/** Where projections read the log. */
@FunctionalInterface
public interface LogPages {
    /** Events after a position, in order; fewer than the limit only at the end. */
    List<StoredEvent> after(long position, int limit);

    /** The log as it was at a position. */
    static LogPages upTo(long end, LogStore log) {
        return (position, limit) ->
                position >= end ? List.of() : log.read(position, (int) Math.min(limit, end - position));
    }
}
