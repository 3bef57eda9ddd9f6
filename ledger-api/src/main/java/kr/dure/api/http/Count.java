package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.contract.Shape;
import kr.dure.core.money.Minutes;

/** A number of minutes, grams or things that somebody asks for: a whole number from 1 to 1,000,000. */
@Shape(from = 1, to = Count.LARGEST)
public record Count(@JsonValue long value) {
    public static final long LARGEST = 1_000_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Count {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("is a whole number from 1 to " + LARGEST);
        }
    }

    public Minutes minutes() {
        return Minutes.of(value);
    }
}
