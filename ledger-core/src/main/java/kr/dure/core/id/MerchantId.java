package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A merchant (가맹점) and the stream of its registration. */
public record MerchantId(@JsonValue String value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MerchantId {
        Names.require("merchant", value);
    }

    @Override
    public String toString() {
        return "merchant/" + value;
    }
}
