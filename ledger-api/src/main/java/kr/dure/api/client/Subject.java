package kr.dure.api.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Shape;

/** Somebody, as tokens name them: a role, a colon, and whose it is. */
@Shape(
        pattern = "((resident|merchant|officer|manager|auditor|operator):[^\\u0000-\\u001F\\u007F-\\u009F]{1,64}"
                + "|clerk:(?=[^/]+/)[^\\u0000-\\u001F\\u007F-\\u009F]{1,64})")
public record Subject(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Subject {
        if (Caller.of(value).isEmpty()) {
            throw new IllegalArgumentException("is ROLE:NAME, such as merchant:M0001 or clerk:M0001/NAME");
        }
    }

    public Caller caller() {
        return Caller.of(value).orElseThrow();
    }
}
