package kr.dure.core.eventlog;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** A reader's place in the log: the position of the last event that it has read. */
final class LogToken {
    private LogToken() {}

    static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
