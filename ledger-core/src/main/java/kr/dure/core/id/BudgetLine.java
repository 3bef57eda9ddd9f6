package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One line of a programme's budget, named within its programme. */
public record BudgetLine(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BudgetLine {
        Names.require("line", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
