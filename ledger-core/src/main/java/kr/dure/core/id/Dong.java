package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A neighbourhood (동) of the district. Not {@code city} and without a colon, for its fund account bears its name. */
public record Dong(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Dong {
        if (!isDong(value)) {
            throw new IllegalArgumentException("dong must be a name, not city, without a colon");
        }
    }

    public static boolean isDong(String text) {
        return Names.isName(text) && !text.equals(FundAccount.CITY_NAME) && text.indexOf(':') < 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
