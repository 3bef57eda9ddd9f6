package kr.dure.core.funding;

import java.util.List;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;

/** What can be asked of funding. Each lists its refusals in order of precedence. */
public sealed interface FundingCommand extends Command {
    /**
     * Asks for a charge, to be paid later. Refused: {@code wallet-unknown}, {@code not-a-resident}, {@code wallet-frozen},
     * {@code reference-used}, {@code monthly-purchase-limit}, {@code holding-limit}.
     *
     * @param amount face value
     * @param reference by which the deposit will name it
     */
    record RequestCharge(OperationId charge, WalletId wallet, Won amount, String reference) implements FundingCommand {
        @Override
        public List<StreamId> streams() {
            return List.of(new ChargeOrderId(charge), wallet);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.reference(reference));
        }
    }

    /**
     * Money has come in. Refused: {@code funding-used}. Otherwise it is taken, and charged or given back.
     *
     * @param deposit the bank's or card company's own name for it
     * @param reference what it says of what it is for
     */
    record TakeDeposit(FundingRef deposit, String reference, Won amount) implements FundingCommand {
        @Override
        public List<StreamId> streams() {
            return List.of(new DepositId(deposit));
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.funding(deposit), Subject.reference(reference));
        }
    }

    /** A bank or card company takes a funding back. Refused: {@code deposit-unknown} (or reversed already, or given back). */
    record ReverseDeposit(FundingRef deposit) implements FundingCommand {
        @Override
        public List<Subject> subjects() {
            return List.of(Subject.funding(deposit));
        }
    }

    /**
     * Undoes a charge that was paid by a deposit. Refused: {@code charge-unknown} (or cancelled already),
     * {@code wallet-frozen}, {@code charge-too-old}, {@code charge-touched}.
     */
    record CancelOrder(OperationId charge) implements FundingCommand {
        @Override
        public List<OperationId> operations() {
            return List.of(charge);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.charge(charge), Subject.order(charge));
        }
    }
}
