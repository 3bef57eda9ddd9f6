package kr.dure.core.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A whole percentage from 0 to 100; n% of an amount is floor(amount × n / 100). */
public record Percent(@JsonValue int value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Percent {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100");
        }
    }

    public Won of(Won amount) {
        return Won.of(Exact.floor(amount.value(), value, 100));
    }
}
