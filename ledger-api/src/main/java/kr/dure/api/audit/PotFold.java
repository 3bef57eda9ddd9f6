package kr.dure.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.NewPot;
import kr.dure.core.wallet.PotUse;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.*;

/** The pots and open holds of all wallets, folded from what their events say was given and taken. */
final class PotFold {
    private final Differences differences;
    private final Map<PotName, PotState> pots = new HashMap<>();
    private final Map<OperationId, HoldPlaced> holds = new HashMap<>();
    private final Map<WalletId, Boolean> frozen = new HashMap<>();

    PotFold(Differences differences) {
        this.differences = differences;
    }

    record PotName(String wallet, long pot) {
        @Override
        public String toString() {
            return "pot " + pot + " of " + wallet;
        }
    }

    /** What a pot holds, how much of it is held, and until when it is good. */
    record PotState(String kind, long left, long held, String expiresOn) {
        PotState with(long moreLeft, long moreHeld) {
            return new PotState(kind, Math.addExact(left, moreLeft), Math.addExact(held, moreHeld), expiresOn);
        }

        @Override
        public String toString() {
            return kind + " " + left + " KRW, " + held + " of it held, until " + expiresOn;
        }
    }

    void fold(WalletEvent event) {
        var wallet = event.wallet();
        switch (event) {
            case WalletOpened _, WalletUnfrozen _ -> frozen.put(wallet, false);
            case WalletFrozen _ -> frozen.put(wallet, true);
            case Charged charged -> make(wallet, charged.pot());
            case ChargeCancelled cancelled ->
                change(wallet, cancelled.pot(), -cancelled.amount().value(), 0);
            case PolicyGranted granted -> make(wallet, granted.pot());
            case EarningsPaid paid -> make(wallet, paid.pot());
            case ConversionCredited credited -> make(wallet, credited.pot());
            case MerchantPaid paid -> paid(wallet, paid);
            case HoldPlaced placed -> {
                holds.put(placed.hold(), placed);
                placed.from()
                        .forEach(
                                use -> change(wallet, use.pot(), 0, use.amount().value()));
            }
            case HoldVoided voided -> release(voided.hold());
            case HoldLapsed lapsed -> release(lapsed.hold());
            case PaymentRefunded refunded -> refunded(wallet, refunded);
            case GiftSent sent -> take(wallet, sent.from());
            case GiftReceived received -> received.pots().forEach(pot -> make(wallet, pot));
            case Donated donated -> take(wallet, donated.from());
            case ProjectFunded funded -> make(wallet, funded.pot());
            case BalanceRefunded refunded ->
                refunded.parts()
                        .forEach(part ->
                                change(wallet, part.pot(), -part.amount().value(), 0));
            case PotsExpired expired ->
                expired.parts()
                        .forEach(part ->
                                change(wallet, part.pot(), -part.amount().value(), 0));
        }
    }

    private void paid(WalletId wallet, MerchantPaid paid) {
        if (paid.hold() != null) {
            release(paid.hold());
        }
        take(wallet, paid.from());
        if (paid.cashback() != null && paid.cashback().pot() != null) {
            make(wallet, paid.cashback().pot());
        }
    }

    private void refunded(WalletId wallet, PaymentRefunded refunded) {
        refunded.restored()
                .forEach(part -> change(wallet, part.pot(), part.amount().value(), 0));
        refunded.renewed().forEach(pot -> make(wallet, pot));
        var cashback = refunded.cashback();
        if (cashback != null && cashback.fromPot().isPositive()) {
            change(wallet, cashback.pot(), -cashback.fromPot().value(), 0);
        }
    }

    private void release(OperationId hold) {
        var placed = holds.remove(hold);
        if (placed == null) {
            differences.add("hold " + hold + " was closed and was not open");
            return;
        }
        placed.from()
                .forEach(use ->
                        change(placed.wallet(), use.pot(), 0, -use.amount().value()));
    }

    private void take(WalletId wallet, List<PotUse> uses) {
        uses.forEach(use -> change(wallet, use.pot(), -use.amount().value(), 0));
    }

    private void make(WalletId wallet, NewPot pot) {
        var state = new PotState(
                pot.kind().name(), pot.amount().value(), 0, pot.expiresOn().toString());
        if (pots.put(new PotName(wallet.value(), pot.pot()), state) != null) {
            differences.add("pot " + pot.pot() + " of " + wallet.value() + " was made twice");
        }
    }

    private void change(WalletId wallet, long pot, long left, long held) {
        var name = new PotName(wallet.value(), pot);
        PotState state = pots.computeIfPresent(name, (n, before) -> before.with(left, held));
        if (state == null || state.left() < 0 || state.held() < 0 || state.held() > state.left()) {
            differences.add(name + " cannot hold " + state);
        }
    }

    /** Pots that hold something. */
    Map<PotName, PotState> pots() {
        Map<PotName, PotState> full = new HashMap<>(pots);
        full.values().removeIf(pot -> pot.left() == 0);
        return full;
    }

    Map<OperationId, HoldPlaced> holds() {
        return holds;
    }

    Map<WalletId, Boolean> frozen() {
        return frozen;
    }
}
