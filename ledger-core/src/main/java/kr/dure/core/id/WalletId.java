package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A wallet (지갑) and the stream of events that is its history. */
public record WalletId(@JsonValue String value) implements StreamId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletId {
        Names.require("wallet", value);
    }

    @Override
    public String toString() {
        return "wallet/" + value;
    }
}
