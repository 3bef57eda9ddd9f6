package kr.dure.api.wallet;

import kr.dure.core.account.Account;
import kr.dure.core.account.Posting;
import kr.dure.core.id.OperationId;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletEvent.ConversionCredited;
import kr.dure.core.wallet.WalletEvent.Donated;
import kr.dure.core.wallet.WalletEvent.EarningsPaid;
import kr.dure.core.wallet.WalletEvent.FundingReversed;
import kr.dure.core.wallet.WalletEvent.GiftReceived;
import kr.dure.core.wallet.WalletEvent.GiftSent;
import kr.dure.core.wallet.WalletEvent.HoldLapsed;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;
import kr.dure.core.wallet.WalletEvent.HoldVoided;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import kr.dure.core.wallet.WalletEvent.PotsExpired;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.core.wallet.WalletEvent.WalletOpened;
import kr.dure.core.wallet.WalletEvent.WalletUnfrozen;
import org.jspecify.annotations.Nullable;

/**
 * What an event is on a statement.
 *
 * @param kind in one word
 * @param id the operation by which it is found
 * @param with whom it was done
 * @param amount what came in, held money included, or below zero what went out, in won
 */
record StatementEntry(
        StatementKind kind, @Nullable String id, @Nullable String with, long amount) {
    static StatementEntry of(WalletEvent event) {
        var told = told(event);
        return new StatementEntry(
                told.kind(), told.operation() == null ? null : told.operation().value(), told.with(), amount(event));
    }

    /** What the event says by itself. */
    private record Told(
            StatementKind kind,
            @Nullable OperationId operation,
            @Nullable String with) {}

    private static long amount(WalletEvent event) {
        var own = Account.wallet(event.wallet());
        var held = Account.hold(event.wallet());
        return PostingRules.of(event).stream()
                .filter(posting ->
                        posting.account().equals(own) || posting.account().equals(held))
                .mapToLong(Posting::amount)
                .sum();
    }

    private static Told told(WalletEvent event) {
        return switch (event) {
            case WalletOpened _ -> new Told(StatementKind.OPENED, null, null);
            case WalletFrozen _ -> new Told(StatementKind.FROZEN, null, null);
            case WalletUnfrozen _ -> new Told(StatementKind.UNFROZEN, null, null);
            case Charged e -> new Told(StatementKind.CHARGE, e.charge(), null);
            case ChargeCancelled e -> new Told(StatementKind.CHARGE_CANCELLED, e.charge(), null);
            case FundingReversed e -> new Told(StatementKind.FUNDING_REVERSED, e.charge(), null);
            case PolicyGranted e ->
                new Told(StatementKind.GRANT, e.grant(), e.programme().value());
            case EarningsPaid e ->
                new Told(StatementKind.EARNINGS, e.payout(), e.programme().value());
            case ConversionCredited e -> new Told(StatementKind.POINTS_CONVERTED, e.conversion(), null);
            case MerchantPaid e ->
                new Told(StatementKind.PAYMENT, e.payment(), e.merchant().value());
            case PaymentRefunded e ->
                new Told(StatementKind.REFUND, e.refund(), e.merchant().value());
            case HoldPlaced e ->
                new Told(StatementKind.HOLD, e.hold(), e.merchant().value());
            case HoldVoided e -> new Told(StatementKind.HOLD_VOIDED, e.hold(), null);
            case HoldLapsed e -> new Told(StatementKind.HOLD_LAPSED, e.hold(), null);
            case GiftSent e -> new Told(StatementKind.GIFT_SENT, e.gift(), e.to().value());
            case GiftReceived e ->
                new Told(StatementKind.GIFT_RECEIVED, e.gift(), e.from().value());
            case Donated e ->
                new Told(StatementKind.DONATION, e.donation(), e.account().value());
            case ProjectFunded e ->
                new Told(
                        StatementKind.PROJECT_FUNDED,
                        e.disbursement(),
                        e.account().value());
            case BalanceRefunded e -> new Told(StatementKind.BALANCE_REFUND, e.refund(), null);
            case PotsExpired _ -> new Told(StatementKind.EXPIRED, null, null);
        };
    }
}
