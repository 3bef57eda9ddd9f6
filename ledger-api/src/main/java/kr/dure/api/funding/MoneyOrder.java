package kr.dure.api.funding;

import java.util.Optional;
import kr.dure.api.projection.Fact;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.id.OperationId;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import org.jspecify.annotations.Nullable;

/**
 * Where in the log somebody was told to pay, or the issuer owes somebody money.
 *
 * @param wallet none if the charge tells
 */
public record MoneyOrder(
        long position,
        Kind kind,
        @Nullable String wallet,
        @Nullable String charge) {
    /** Which way the money goes. */
    public enum Kind {
        /** A resident asked for a charge, and is to pay. */
        CHARGE,
        /** A resident is to be paid. */
        PAYOUT
    }

    public static Optional<MoneyOrder> of(Fact fact) {
        return switch (fact.event()) {
            case ChargeRequested asked ->
                order(fact, Kind.CHARGE, asked.wallet().value(), asked.charge());
            case DepositTaken taken when taken.back().isPositive() -> order(fact, Kind.PAYOUT, null, taken.charge());
            case ChargeCancelled undone
            when undone.paidBack().isPositive() ->
                order(fact, Kind.PAYOUT, undone.wallet().value(), undone.charge());
            case BalanceRefunded refunded
            when refunded.paid().isPositive() ->
                order(fact, Kind.PAYOUT, refunded.wallet().value(), null);
            default -> Optional.empty();
        };
    }

    private static Optional<MoneyOrder> order(
            Fact fact, Kind kind, @Nullable String wallet, @Nullable OperationId charge) {
        return Optional.of(new MoneyOrder(fact.position(), kind, wallet, charge == null ? null : charge.value()));
    }
}
