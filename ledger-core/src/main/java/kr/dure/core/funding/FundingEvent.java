package kr.dure.core.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/** What happened to money on its way in. */
public sealed interface FundingEvent extends LedgerEvent {
    /**
     * A charge was asked for.
     *
     * @param amount face value
     * @param toPay what it costs
     * @param rules of the day of the request, by which the charge will be made
     */
    @EventType("funding.ChargeRequested")
    record ChargeRequested(
            WalletId wallet,
            OperationId charge,
            Won amount,
            Won toPay,
            String reference,
            Instant requestedAt,
            Instant payBefore,
            int rules)
            implements FundingEvent {
        @Override
        public Subject subject() {
            return Subject.reference(reference);
        }
    }

    /**
     * Money came in.
     *
     * @param charge what it is for, if that is known
     * @param charged what of it bought local currency
     * @param back what of it goes back
     * @param reason why that goes back
     */
    @EventType("funding.DepositTaken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DepositTaken(
            FundingRef deposit,
            Won amount,
            @Nullable OperationId charge,
            Won charged,
            Won back,
            @Nullable BackReason reason)
            implements FundingEvent {
        /** A charge that is paid is found by it; otherwise the deposit itself is. */
        @Override
        public Subject subject() {
            return charge != null && charged.isPositive() ? Subject.order(charge) : Subject.funding(deposit);
        }
    }

    /** Why money goes back to where it came from. */
    enum BackReason {
        UNKNOWN,
        DOUBLED,
        LATE,
        SHORT,
        NOT_ALLOWED,
        EXCESS
    }
}
