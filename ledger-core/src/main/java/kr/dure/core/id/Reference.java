package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody outside calls a thing, such as an order of a shop. It means nothing here. */
public record Reference(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reference {
        Names.require("reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
