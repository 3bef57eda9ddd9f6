package kr.dure.core.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.dure.core.money.Won;

/**
 * What was taken from one pot.
 *
 * @param pot the pot's number within its wallet
 * @param earnsCashback whether this part counts towards the cashback base of its payment
 */
public record PotUse(
        long pot,
        PotKind kind,
        Won amount,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean earnsCashback) {
    public static PotUse of(long pot, PotKind kind, Won amount) {
        return new PotUse(pot, kind, amount, false);
    }
}
