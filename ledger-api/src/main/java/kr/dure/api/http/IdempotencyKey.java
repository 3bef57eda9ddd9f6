package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.contract.Shape;

/** By which a client knows a request of its own: 1 to 128 visible ASCII characters. */
@Shape(pattern = "[!-~]+", shortest = 1, longest = IdempotencyKey.LONGEST)
public record IdempotencyKey(@JsonValue String value) {
    static final int LONGEST = 128;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdempotencyKey {
        boolean visible = value.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!visible || value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("has 1 to " + LONGEST + " visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
