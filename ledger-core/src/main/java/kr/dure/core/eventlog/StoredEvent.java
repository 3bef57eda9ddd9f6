package kr.dure.core.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it.
 *
 * @param position its place in the whole log, from 1, without gaps
 * @param stream the aggregate that it belongs to, such as {@code wallet/R00001}
 * @param sequence its place in that stream, from 0, without gaps
 * @param operation the operation whose first event it is
 * @param digest the keyed digest of that operation's request
 * @param subject what it is the latest word on
 * @param payload JSON, of the form that {@code type} and {@code revision} name
 */
public record StoredEvent(
        long position,
        Instant at,
        String type,
        int revision,
        String stream,
        long sequence,
        @Nullable String operation,
        byte @Nullable [] digest,
        @Nullable String subject,
        String payload) {}
