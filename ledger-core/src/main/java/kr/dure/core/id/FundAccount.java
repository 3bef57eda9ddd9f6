package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An account of the local fund (지역기금): the city-wide one, or that of one dong. */
public record FundAccount(@JsonValue String value) {
    static final String CITY_NAME = "city";

    public static final FundAccount CITY = new FundAccount(CITY_NAME);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FundAccount {
        Names.require("account", value);
    }

    public static FundAccount of(Dong dong) {
        return new FundAccount(dong.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
