package kr.dure.api.funding;

import kr.dure.api.http.Amount;
import kr.dure.api.http.Name;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * What the bank is to be played with.
 *
 * @param amount what comes in; what is to be paid if it is left out
 * @param deposit the bank's own name for it; a new one if it is left out
 */
public record SimulatedDeposit(
        @Nullable Amount amount, @Nullable Name deposit) {
    /** A deposit for a charge, in an operation by which it is named if need be. */
    record Played(OperationId operation, ChargeRequested charge, SimulatedDeposit deposit) {}

    /** In a simulation, where no money moves. */
    static final class Port implements FundingPort<Played> {
        @Override
        public TakeDeposit deposit(Played played) {
            var amount = played.deposit().amount();
            var name = played.deposit().deposit();
            return new TakeDeposit(
                    new FundingRef(name == null ? played.operation().value() : name.value()),
                    played.charge().reference(),
                    amount == null ? played.charge().toPay() : amount.won());
        }
    }
}
