package kr.dure.core.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/**
 * A pot as it is made.
 *
 * @param pot its number within its wallet, in the order of making
 * @param expiresOn the last day on which it can be used
 * @param renewed whether it took the place of an expired pot: such money is not renewed again
 * @param incentive the charge or payment whose incentive belongs to it, of PURCHASED and CASHBACK
 * @param paid what its holder paid for {@code amount}, of PURCHASED
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record NewPot(
        long pot,
        PotKind kind,
        Won amount,
        LocalDate expiresOn,
        boolean renewed,
        @Nullable OperationId incentive,
        @Nullable Won paid) {

    public static NewPot of(long pot, PotKind kind, Won amount, LocalDate expiresOn) {
        return new NewPot(pot, kind, amount, expiresOn, false, null, null);
    }
}
