package kr.dure.api.pos;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import kr.dure.api.contract.Shape;

/** A payment code in a request: 20 digits. */
@Shape(pattern = "[0-9]{20}")
public record Code(@JsonValue String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Code {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("has 20 digits");
        }
    }
}
