package kr.dure.core.wallet;

import java.time.Instant;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Won;

/** Why a wallet says no. */
public sealed interface WalletRefusal extends Refusal {
    record WalletUnknown(WalletId wallet) implements WalletRefusal {}

    record WalletExists(WalletId wallet) implements WalletRefusal {}

    /** One wallet per person: otherwise limits, cashback and votes multiply. */
    record PersonHasWallet(WalletId wallet) implements WalletRefusal {}

    record NotAResident(WalletId wallet) implements WalletRefusal {}

    record WalletFrozen(WalletId wallet) implements WalletRefusal {}

    record SameWallet(WalletId wallet) implements WalletRefusal {}

    record FundingUsed(FundingRef funding) implements WalletRefusal {}

    record MonthlyPurchaseLimit(Won bought, Won amount, Won limit) implements WalletRefusal {}

    record HoldingLimit(Won held, Won amount, Won limit) implements WalletRefusal {}

    record ChargeUnknown(OperationId charge) implements WalletRefusal {}

    record ChargeTooOld(OperationId charge, Instant until) implements WalletRefusal {}

    record ChargeTouched(OperationId charge) implements WalletRefusal {}

    record MerchantSuspended(MerchantId merchant) implements WalletRefusal {}

    /** A merchant's owners cannot pay that merchant. */
    record OwnMerchant(MerchantId merchant) implements WalletRefusal {}

    record InsufficientBalance(Won spendable, Won amount) implements WalletRefusal {}

    record HoldUnknown(OperationId hold) implements WalletRefusal {}

    record HoldClosed(OperationId hold) implements WalletRefusal {}

    record HoldLapsed(OperationId hold) implements WalletRefusal {}

    record CaptureExceedsHold(Won held, Won amount) implements WalletRefusal {}

    record PaymentUnknown(OperationId payment) implements WalletRefusal {}

    record RefundTooOld(OperationId payment, Instant until) implements WalletRefusal {}

    record RefundExceedsPayment(Won paid, Won refunded, Won amount) implements WalletRefusal {}

    record MerchantFundsInsufficient(MerchantId merchant, Won open, Won needed) implements WalletRefusal {}

    record GiftReceiveLimit(Won received, Won amount, Won limit) implements WalletRefusal {}

    record NothingToRefund(WalletId wallet) implements WalletRefusal {}

    record NotEnoughSpent(Won spent, Won base) implements WalletRefusal {}
}
