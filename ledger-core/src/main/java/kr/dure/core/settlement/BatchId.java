package kr.dure.core.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import kr.dure.core.id.StreamId;

/** A settlement batch, by the day that it closes. */
public record BatchId(@JsonValue LocalDate date) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {}

    @Override
    public String value() {
        return date.toString();
    }

    @Override
    public String toString() {
        return "batch/" + date;
    }
}
