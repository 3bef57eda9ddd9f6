package kr.dure.api.approval;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kr.dure.api.contract.Called;
import kr.dure.api.http.Problem;

/** What has become of a proposal. */
@Called("ProposalState")
public enum State {
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /** @throws Problem naming the parameter {@code state}, if there is none of that name */
    public static State of(String name) {
        for (State state : values()) {
            if (state.toString().equals(name)) {
                return state;
            }
        }
        throw Problem.invalid("state", "is proposed, approved, rejected or withdrawn");
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
