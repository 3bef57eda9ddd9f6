package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who pays for a budget line or an incentive, as a label: nation, province, city, fund. */
public record Payer(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Payer {
        Names.require("payer", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
