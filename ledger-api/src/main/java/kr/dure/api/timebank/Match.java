package kr.dure.api.timebank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * Two members who have found each other.
 *
 * @param requester who is helped, and confirms
 * @param provider who helps, and says when it is done
 * @param confirming the operation that is to move the minutes, or has moved them
 */
public record Match(
        String match,
        String listing,
        String requester,
        String provider,
        String activity,
        long minutes,
        State state,
        @JsonIgnore @Nullable OperationId confirming,
        OffsetDateTime changedAt) {

    /** How far they are. */
    public enum State {
        MATCHED,
        DONE,
        CONFIRMED,
        WITHDRAWN
    }

    boolean isOf(Caller caller) {
        return caller.owns(new WalletId(requester)) || caller.owns(new WalletId(provider));
    }
}
