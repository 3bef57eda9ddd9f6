package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who acted for the issuer: an opaque id, never a name. */
public record StaffId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {
        Names.require("staff", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
