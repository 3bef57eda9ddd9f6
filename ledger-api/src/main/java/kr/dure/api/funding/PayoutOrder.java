package kr.dure.api.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingEvent.BackReason;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import org.jspecify.annotations.Nullable;

/**
 * Money that the issuer owes a resident, to be paid back to where it came from.
 *
 * @param order its number: the position in the log at which it was ordered
 * @param wallet whose it is; none if a deposit named no charge
 * @param amount in won
 * @param charge that it was paid for
 * @param deposit that it goes back to, by the bank's own name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutOrder(
        long order,
        @Nullable String wallet,
        long amount,
        Reason reason,
        @Nullable String charge,
        @Nullable String deposit,
        OffsetDateTime at) {

    /** Why. */
    public enum Reason {
        /** The charge was cancelled. */
        CHARGE_CANCELLED,
        /** What was left of the balance was refunded. */
        BALANCE_REFUNDED,
        /** No charge waits under the deposit's reference. */
        DEPOSIT_UNKNOWN,
        /** The charge was paid already. */
        DEPOSIT_DOUBLED,
        /** The offer had ended. */
        DEPOSIT_LATE,
        /** It was less than was to be paid. */
        DEPOSIT_SHORT,
        /** It was more than was to be paid: the rest. */
        DEPOSIT_EXCESS,
        /** A limit or a freeze stood in the way by then. */
        DEPOSIT_NOT_ALLOWED;

        static Reason of(BackReason back) {
            return switch (back) {
                case UNKNOWN -> DEPOSIT_UNKNOWN;
                case DOUBLED -> DEPOSIT_DOUBLED;
                case LATE -> DEPOSIT_LATE;
                case SHORT -> DEPOSIT_SHORT;
                case EXCESS -> DEPOSIT_EXCESS;
                case NOT_ALLOWED -> DEPOSIT_NOT_ALLOWED;
            };
        }
    }

    static PayoutOrder of(OrderQuery.Order order) {
        Found<LedgerEvent> found = order.found();
        return switch (found.fact()) {
            case ChargeCancelled undone -> of(order, undone.paidBack(), Reason.CHARGE_CANCELLED, undone.charge(), null);
            case BalanceRefunded refunded -> of(order, refunded.paid(), Reason.BALANCE_REFUNDED, null, null);
            case DepositTaken taken
            when taken.reason() != null ->
                of(
                        order,
                        taken.back(),
                        Reason.of(taken.reason()),
                        taken.charge(),
                        taken.deposit().value());
            case LedgerEvent other ->
                throw new IllegalStateException("no payout is ordered at " + found.position() + " by " + other);
        };
    }

    private static PayoutOrder of(
            OrderQuery.Order order, Won amount, Reason reason, @Nullable OperationId charge, @Nullable String deposit) {
        return new PayoutOrder(
                order.found().position(),
                order.wallet(),
                amount.value(),
                reason,
                charge == null ? null : charge.value(),
                deposit,
                Times.korean(order.found().at()));
    }
}
