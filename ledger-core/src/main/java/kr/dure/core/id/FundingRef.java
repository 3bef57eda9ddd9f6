package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The deposit or card payment that pays for one charge; good for one charge only. */
public record FundingRef(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FundingRef {
        Names.require("funding", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
