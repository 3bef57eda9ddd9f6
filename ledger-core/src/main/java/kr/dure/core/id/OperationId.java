package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An operation, and the thing that it creates: a charge, a payment, a hold, a gift. */
public record OperationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperationId {
        Names.require("id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
