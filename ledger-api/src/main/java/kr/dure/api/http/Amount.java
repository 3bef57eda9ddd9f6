package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.contract.Shape;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;

/** An amount that somebody asks for, of won or points: a whole number from 1 to 10¹². */
@Shape(from = 1, to = Amount.LARGEST)
public record Amount(@JsonValue long value) {
    public static final long LARGEST = 1_000_000_000_000L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Amount {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("is a whole number from 1 to " + LARGEST);
        }
    }

    public Won won() {
        return Won.of(value);
    }

    public Points points() {
        return Points.of(value);
    }
}
