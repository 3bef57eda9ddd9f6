package kr.dure.api.merchant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happens to a shop, in one word: kebab case. */
public enum ShopEventKind {
    PAYMENT,
    /** A hold became a payment. */
    CAPTURE,
    REFUND,
    HOLD,
    HOLD_VOIDED,
    HOLD_LAPSED,
    /** What the shop is owed is on its way to the bank. */
    SETTLEMENT_DRAFTED,
    SETTLEMENT_PAID,
    /** The bank did not pay; it is owed as before. */
    SETTLEMENT_REJECTED,
    REGISTERED,
    SUSPENDED,
    REINSTATED;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ShopEventKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is one of "
                        + Arrays.stream(values()).map(Object::toString).collect(Collectors.joining(", "))));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
