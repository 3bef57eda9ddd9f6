package kr.dure.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who personal data in the vault is about: an opaque id, so that the data can be erased and the id stay. */
public record PersonId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {}

    public static PersonId holderOf(WalletId wallet) {
        return new PersonId(wallet.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
