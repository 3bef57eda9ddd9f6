package kr.dure.api.wallet;

import kr.dure.core.id.OperationId;
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
 * @param operation by which it is found
 * @param with whom it was done
 */
record StatementEntry(
        StatementKind kind,
        @Nullable OperationId operation,
        @Nullable String with) {
    static StatementEntry of(WalletEvent event) {
        return switch (event) {
            case WalletOpened _ -> new StatementEntry(StatementKind.OPENED, null, null);
            case WalletFrozen _ -> new StatementEntry(StatementKind.FROZEN, null, null);
            case WalletUnfrozen _ -> new StatementEntry(StatementKind.UNFROZEN, null, null);
            case Charged e -> new StatementEntry(StatementKind.CHARGE, e.charge(), null);
            case ChargeCancelled e -> new StatementEntry(StatementKind.CHARGE_CANCELLED, e.charge(), null);
            case FundingReversed e -> new StatementEntry(StatementKind.FUNDING_REVERSED, e.charge(), null);
            case PolicyGranted e ->
                new StatementEntry(StatementKind.GRANT, e.grant(), e.programme().value());
            case EarningsPaid e ->
                new StatementEntry(
                        StatementKind.EARNINGS, e.payout(), e.programme().value());
            case ConversionCredited e -> new StatementEntry(StatementKind.POINTS_CONVERTED, e.conversion(), null);
            case MerchantPaid e ->
                new StatementEntry(
                        StatementKind.PAYMENT, e.payment(), e.merchant().value());
            case PaymentRefunded e ->
                new StatementEntry(
                        StatementKind.REFUND, e.refund(), e.merchant().value());
            case HoldPlaced e ->
                new StatementEntry(StatementKind.HOLD, e.hold(), e.merchant().value());
            case HoldVoided e -> new StatementEntry(StatementKind.HOLD_VOIDED, e.hold(), null);
            case HoldLapsed e -> new StatementEntry(StatementKind.HOLD_LAPSED, e.hold(), null);
            case GiftSent e -> new StatementEntry(StatementKind.GIFT_SENT, e.gift(), e.to().value());
            case GiftReceived e ->
                new StatementEntry(
                        StatementKind.GIFT_RECEIVED, e.gift(), e.from().value());
            case Donated e ->
                new StatementEntry(
                        StatementKind.DONATION, e.donation(), e.account().value());
            case ProjectFunded e ->
                new StatementEntry(
                        StatementKind.PROJECT_FUNDED,
                        e.disbursement(),
                        e.account().value());
            case BalanceRefunded e -> new StatementEntry(StatementKind.BALANCE_REFUND, e.refund(), null);
            case PotsExpired _ -> new StatementEntry(StatementKind.EXPIRED, null, null);
        };
    }
}
