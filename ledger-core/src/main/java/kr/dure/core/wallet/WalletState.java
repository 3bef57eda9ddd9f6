package kr.dure.core.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.core.id.Dong;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletEvent.*;
import org.jspecify.annotations.Nullable;

/** What the events of a wallet add up to. It decides nothing: each event says what it changed. */
final class WalletState {
    @Nullable
    WalletId id;

    Holder holder = Holder.RESIDENT;

    @Nullable
    Dong dong;

    AgeClass age = AgeClass.UNKNOWN;
    boolean guardianConsent;
    boolean frozen;

    Pots pots = new Pots();
    Map<OperationId, Hold> holds = new LinkedHashMap<>();
    Map<OperationId, Incentive> incentives = new HashMap<>();
    /** Those that can still be cancelled, and the newest of the others. */
    List<ChargeOnRecord> charges = new ArrayList<>();

    MonthSum bought = MonthSum.NONE;
    MonthSum giftsReceived = MonthSum.NONE;
    MonthSum cashbackBases = MonthSum.NONE;
    Map<ProgrammeId, MonthSum> earned = new HashMap<>();
    /** All PURCHASED ever spent at merchants, less what refunds restored. */
    Won purchasedSpent = Won.ZERO;

    Instant lastBalanceRefund = Instant.EPOCH;
    private LocalDate tidiedOn = LocalDate.EPOCH;

    void fold(WalletEvent event, Instant at) {
        var when = new Moment(at);
        tidy(when);
        switch (event) {
            case WalletOpened opened -> {
                id = opened.wallet();
                holder = opened.holder();
                dong = opened.dong();
                age = opened.age();
                guardianConsent = opened.guardianConsent();
            }
            case WalletFrozen _ -> frozen = true;
            case WalletUnfrozen _ -> frozen = false;
            case Charged charged -> on(charged, when);
            case ChargeCancelled cancelled -> on(cancelled);
            case FundingReversed reversed -> on(reversed);
            case PolicyGranted granted -> pots.add(granted.pot());
            case EarningsPaid paid -> on(paid, when.month());
            case ConversionCredited credited -> pots.add(credited.pot());
            case MerchantPaid paid -> on(paid, when.month());
            case HoldPlaced placed -> on(placed);
            case HoldVoided voided -> release(voided.hold());
            case HoldLapsed lapsed -> release(lapsed.hold());
            case PaymentRefunded refunded -> on(refunded);
            case GiftSent sent -> take(sent.from());
            case GiftReceived received -> {
                received.pots().forEach(pots::add);
                giftsReceived = giftsReceived.plus(when.month(), received.amount());
            }
            case Donated donated -> take(donated.from());
            case ProjectFunded funded -> pots.add(funded.pot());
            case BalanceRefunded refunded -> on(refunded, at);
            case PotsExpired expired -> on(expired);
        }
    }

    private void on(Charged charged, Moment when) {
        pots.add(charged.pot());
        give(Incentive.given(charged.charge(), charged.nation(), charged.city(), Won.ZERO, Instant.EPOCH));
        while (charges.size() > 1 && when.isAfter(charges.get(1).cancellableUntil())) {
            charges.removeFirst();
        }
        charges.add(new ChargeOnRecord(
                charged.charge(),
                when.month(),
                charged.amount(),
                pots.left(PotKind.BOUGHT),
                purchasedSpent,
                charged.cancellableUntil()));
        bought = bought.plus(when.month(), charged.amount());
    }

    private void on(ChargeCancelled cancelled) {
        pots.change(cancelled.pot(), pot -> pot.take(cancelled.amount()));
        goneBack(cancelled.incentive());
        charges.stream()
                .filter(charge -> charge.charge().equals(cancelled.charge()))
                .findFirst()
                .ifPresent(this::forget);
    }

    private void on(FundingReversed reversed) {
        if (reversed.amount().isPositive()) {
            pots.change(reversed.pot(), pot -> pot.take(reversed.amount()));
        }
        if (reversed.incentive() != null) {
            goneBack(reversed.incentive());
        }
        frozen = true;
    }

    private void forget(ChargeOnRecord charge) {
        charges.remove(charge);
        if (charge.month().equals(bought.month())) {
            bought = new MonthSum(bought.month(), bought.sum().minus(charge.amount()));
        }
    }

    private void on(EarningsPaid paid, YearMonth month) {
        pots.add(paid.pot());
        earned.values().removeIf(sum -> !sum.month().equals(month));
        earned.merge(
                paid.programme(),
                new MonthSum(month, paid.pot().amount()),
                (before, now) -> before.plus(month, now.sum()));
    }

    private void on(MerchantPaid paid, YearMonth month) {
        if (paid.hold() != null) {
            release(paid.hold());
        }
        for (PotUse use : paid.from()) {
            pots.change(use.pot(), pot -> pot.take(use.amount()).keptUntil(paid.refundableUntil()));
            if (use.kind() == PotKind.PURCHASED) {
                purchasedSpent = purchasedSpent.plus(use.amount());
            }
        }
        var cashback = paid.cashback();
        if (cashback != null) {
            cashbackBases = cashbackBases.plus(month, cashback.base());
            var incentive = Incentive.given(
                    paid.payment(),
                    cashback.nation(),
                    cashback.city(),
                    cashback.residentPart(),
                    paid.refundableUntil());
            if (incentive.total().isPositive()) {
                give(incentive); // beyond the tiers there is none: a wallet that pays all day stays small
            }
            if (cashback.pot() != null) {
                pots.add(cashback.pot());
            }
        }
    }

    private void on(HoldPlaced placed) {
        placed.from().forEach(use -> pots.change(use.pot(), pot -> pot.hold(use.amount())));
        holds.put(
                placed.hold(),
                new Hold(placed.hold(), placed.merchant(), placed.amount(), placed.from(), placed.lapsesAt()));
    }

    private void release(OperationId hold) {
        var closed = holds.remove(hold);
        if (closed == null) {
            throw new IllegalStateException("no open hold " + hold);
        }
        closed.parts().forEach(part -> pots.change(part.pot(), pot -> pot.release(part.amount())));
    }

    private void on(PaymentRefunded refunded) {
        refunded.restored().forEach(part -> pots.change(part.pot(), pot -> pot.restore(part.amount())));
        refunded.renewed().forEach(pots::add);
        refunded.returned().forEach(this::goneBack);
        purchasedSpent = purchasedSpent.minus(refunded.purchasedRestored());
        var cashback = refunded.cashback();
        if (cashback != null) {
            goneBack(cashback.incentive());
            if (cashback.fromPot().isPositive()) {
                pots.change(cashback.pot(), pot -> pot.take(cashback.fromPot()));
            }
        }
    }

    private void on(BalanceRefunded refunded, Instant at) {
        for (PotRefunded part : refunded.parts()) {
            pots.change(part.pot(), pot -> pot.take(part.amount()));
            goneBack(part.incentive());
        }
        lastBalanceRefund = at;
    }

    private void on(PotsExpired expired) {
        for (PotExpired part : expired.parts()) {
            pots.change(part.pot(), pot -> pot.take(part.amount()));
            if (part.incentive() != null) {
                goneBack(part.incentive());
            }
        }
    }

    private void take(List<PotUse> uses) {
        uses.forEach(use -> pots.change(use.pot(), pot -> pot.take(use.amount())));
    }

    private void give(Incentive incentive) {
        incentives.put(incentive.of(), incentive);
    }

    private void goneBack(GoneBack back) {
        incentives.computeIfPresent(back.incentive(), (of, incentive) -> incentive.after(back));
    }

    /** Once a day, forgets what no rule can ask for any more. */
    private void tidy(Moment when) {
        if (tidiedOn.equals(when.date())) {
            return;
        }
        tidiedOn = when.date();
        pots.forget(when.startOfDay());
        Set<@Nullable OperationId> needed = new HashSet<>();
        pots.all().forEach(pot -> needed.add(pot.incentive()));
        incentives
                .values()
                .removeIf(incentive -> !needed.contains(incentive.of()) && when.isAfter(incentive.keepUntil()));
    }
}
