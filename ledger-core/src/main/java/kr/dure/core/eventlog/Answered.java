package kr.dure.core.eventlog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log holds of some operations, by their ids.
 *
 * @param accepted by their first events
 */
public record Answered(Map<String, StoredEvent> accepted, Map<String, StoredRefusal> refused) {
    static final Answered NOTHING = new Answered(Map.of(), Map.of());

    @Nullable
    Known known(String operation, EventCodec codec) {
        var event = accepted.get(operation);
        if (event != null) {
            return Known.of(event, codec);
        }
        var refusal = refused.get(operation);
        return refusal == null ? null : Known.of(refusal);
    }
}
