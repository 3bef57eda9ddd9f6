package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A programme (사업) with its own budget, and the stream of its opening. */
public record ProgrammeId(@JsonValue String value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProgrammeId {
        Names.require("programme", value);
    }

    @Override
    public String toString() {
        return "programme/" + value;
    }
}
