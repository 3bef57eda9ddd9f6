package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.contract.Shape;

/** An opaque proof of identity: 1 to 512 characters. It is never shown again. */
@Shape(shortest = 1, longest = Proof.LONGEST)
public record Proof(@JsonValue String value) {
    static final int LONGEST = 512;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Proof {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "Proof[…]";
    }
}
