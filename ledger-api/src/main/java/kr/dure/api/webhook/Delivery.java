package kr.dure.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param delivery its {@code webhook-id}
 * @param type what happened, or {@code ping}
 * @param position of the event in the log; none of a ping
 * @param attempts since it was last queued
 * @param dueAt when it is tried next
 * @param status of the last answer (HTTP)
 * @param error why the last attempt failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
        String delivery,
        String webhook,
        String type,
        @Nullable Long position,
        State state,
        int attempts,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime triedAt,
        @Nullable Integer status,
        @Nullable String error) {
    static final String PING = "ping";

    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** It is not tried any more, unless somebody asks for it. */
        FAILED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
