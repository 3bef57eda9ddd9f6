package kr.dure.api.merchant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.log.Found;
import kr.dure.api.log.LogSlice;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;
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

/**
 * Which events of the log concern shops, and what they tell them. One event tells one shop one thing at most. The end of
 * a hold does not name the shop: it is looked up, for a whole page at once.
 */
public final class ShopEvents {
    private final LogSlice log;

    public ShopEvents(LogSlice log) {
        this.log = log;
    }

    /** In the order of the log. */
    public List<ShopEvent> of(List<Found<LedgerEvent>> page) {
        var shops = shopsOfHolds(page);
        return page.stream().flatMap(found -> of(found, shops)).toList();
    }

    private Map<OperationId, MerchantId> shopsOfHolds(List<Found<LedgerEvent>> page) {
        Map<OperationId, MerchantId> shops = new HashMap<>();
        Set<OperationId> ended = new HashSet<>();
        for (var found : page) {
            switch (found.fact()) {
                case HoldPlaced placed -> shops.put(placed.hold(), placed.merchant());
                case HoldVoided voided -> ended.add(voided.hold());
                case HoldLapsed lapsed -> ended.add(lapsed.hold());
                default -> {}
            }
        }
        ended.removeAll(shops.keySet());
        if (!ended.isEmpty()) {
            log.operations(ended).forEach(found -> {
                var placed = (HoldPlaced) found.fact();
                shops.put(placed.hold(), placed.merchant());
            });
        }
        return shops;
    }

    private static Stream<ShopEvent> of(Found<LedgerEvent> found, Map<OperationId, MerchantId> shops) {
        return switch (found.fact()) {
            case WalletEvent event -> ofWallet(found, event, shops);
            case SettlementEvent event -> ofSettlement(found, event);
            case MerchantEvent event -> Stream.of(ShopEvent.of(found, kind(event), event.merchant(), null));
            default -> Stream.empty();
        };
    }

    private static Stream<ShopEvent> ofWallet(
            Found<LedgerEvent> found, WalletEvent event, Map<OperationId, MerchantId> shops) {
        return switch (event) {
            case MerchantPaid paid -> Stream.of(paid(found, paid));
            case PaymentRefunded refunded ->
                Stream.of(ShopEvent.of(
                                found,
                                ShopEventKind.REFUND,
                                refunded.merchant(),
                                refunded.refund().value())
                        .ofPayment(refunded.payment().value())
                        .with(refunded.wallet().value())
                        .worth(refunded.amount()));
            case HoldPlaced e ->
                hold(found, ShopEventKind.HOLD, e, e.hold(), shops).map(told -> told.worth(e.amount()));
            case HoldVoided e ->
                hold(found, ShopEventKind.HOLD_VOIDED, e, e.hold(), shops).map(told -> told.worth(e.amount()));
            case HoldLapsed e ->
                hold(found, ShopEventKind.HOLD_LAPSED, e, e.hold(), shops).map(told -> told.worth(e.amount()));
            case WalletOpened _,
                    WalletFrozen _,
                    WalletUnfrozen _,
                    Charged _,
                    ChargeCancelled _,
                    FundingReversed _,
                    PolicyGranted _,
                    EarningsPaid _,
                    ConversionCredited _,
                    GiftSent _,
                    GiftReceived _,
                    Donated _,
                    ProjectFunded _,
                    BalanceRefunded _,
                    PotsExpired _ -> Stream.empty();
        };
    }

    private static ShopEvent paid(Found<LedgerEvent> found, MerchantPaid paid) {
        var kind = paid.hold() == null ? ShopEventKind.PAYMENT : ShopEventKind.CAPTURE;
        var told = ShopEvent.of(found, kind, paid.merchant(), paid.payment().value())
                .with(paid.wallet().value())
                .worth(paid.amount());
        if (paid.hold() != null) {
            told = told.ofHold(paid.hold().value());
        }
        return paid.reference() == null ? told : told.under(paid.reference().value());
    }

    private static Stream<ShopEvent> hold(
            Found<LedgerEvent> found,
            ShopEventKind kind,
            WalletEvent event,
            OperationId hold,
            Map<OperationId, MerchantId> shops) {
        var shop = shops.get(hold);
        return shop == null
                ? Stream.empty()
                : Stream.of(ShopEvent.of(found, kind, shop, hold.value())
                        .with(event.wallet().value()));
    }

    private static Stream<ShopEvent> ofSettlement(Found<LedgerEvent> found, SettlementEvent event) {
        return switch (event) {
            case BatchDrafted drafted -> items(found, event, ShopEventKind.SETTLEMENT_DRAFTED, drafted.items());
            case BatchAnswered answered ->
                Stream.concat(
                        items(found, event, ShopEventKind.SETTLEMENT_PAID, answered.paid()),
                        items(found, event, ShopEventKind.SETTLEMENT_REJECTED, answered.rejected()));
        };
    }

    private static Stream<ShopEvent> items(
            Found<LedgerEvent> found, SettlementEvent event, ShopEventKind kind, List<Item> items) {
        String batch = event.batch().value();
        return items.stream()
                .map(item -> ShopEvent.of(found, kind, item.merchant(), batch).worth(item.amount()));
    }

    private static ShopEventKind kind(MerchantEvent event) {
        return switch (event) {
            case MerchantRegistered _ -> ShopEventKind.REGISTERED;
            case MerchantSuspended _ -> ShopEventKind.SUSPENDED;
            case MerchantReinstated _ -> ShopEventKind.REINSTATED;
        };
    }
}
