package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kr.dure.api.contract.Shape;
import kr.dure.core.id.Names;

/** A name in a request: 1 to 64 Unicode code points, no control character. */
@Shape(shortest = 1, longest = Names.LONGEST, pattern = "[^\\u0000-\\u001F\\u007F-\\u009F]+")
public record Name(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Name {
        if (!Names.isName(value)) {
            throw new IllegalArgumentException("has 1 to " + Names.LONGEST + " code points and no control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
