package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Nanos;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.NewPot;
import kr.dure.core.wallet.PotUse;
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

/** Pots and holds: what was made, taken, reserved, restored. */
public final class PotChanges implements Changes {
    private final Map<PotKey, PotChange> pots = new HashMap<>();
    private final HoldChanges holds = new HoldChanges();
    private long now;

    @Override
    public void take(Fact fact) {
        now = fact.nanos();
        if (fact.event() instanceof WalletEvent event) {
            take(event);
        }
    }

    private void take(WalletEvent event) {
        var wallet = event.wallet();
        switch (event) {
            case WalletOpened _, WalletFrozen _, WalletUnfrozen _ -> {}
            case Charged charged -> make(wallet, charged.pot());
            case ChargeCancelled cancelled -> pot(wallet, cancelled.pot()).take(cancelled.amount());
            case FundingReversed reversed -> {
                if (reversed.amount().isPositive()) {
                    pot(wallet, reversed.pot()).take(reversed.amount());
                }
            }
            case PolicyGranted granted -> make(wallet, granted.pot());
            case EarningsPaid paid -> make(wallet, paid.pot());
            case ConversionCredited credited -> make(wallet, credited.pot());
            case MerchantPaid paid -> pay(paid);
            case HoldPlaced placed -> {
                holds.place(placed, now);
                placed.from().forEach(use -> pot(wallet, use.pot()).hold(use.amount()));
            }
            case HoldVoided voided -> release(voided.hold().value());
            case HoldLapsed lapsed -> release(lapsed.hold().value());
            case PaymentRefunded refunded -> restore(refunded);
            case GiftSent sent -> spend(wallet, sent.from());
            case GiftReceived received -> received.pots().forEach(made -> make(wallet, made));
            case Donated donated -> spend(wallet, donated.from());
            case ProjectFunded funded -> make(wallet, funded.pot());
            case BalanceRefunded refunded ->
                refunded.parts().forEach(part -> pot(wallet, part.pot()).take(part.amount()));
            case PotsExpired expired ->
                expired.parts().forEach(part -> pot(wallet, part.pot()).take(part.amount()));
        }
    }

    private void pay(MerchantPaid paid) {
        if (paid.hold() != null) {
            release(paid.hold().value());
        }
        spend(paid.wallet(), paid.from());
        long keptUntil = Nanos.of(paid.refundableUntil());
        paid.from().forEach(use -> pot(paid.wallet(), use.pot()).keepUntil(keptUntil));
        var cashback = paid.cashback();
        if (cashback != null && cashback.pot() != null) {
            make(paid.wallet(), cashback.pot());
        }
    }

    private void restore(PaymentRefunded refunded) {
        refunded.restored().forEach(part -> pot(refunded.wallet(), part.pot()).restore(part.amount()));
        refunded.renewed().forEach(made -> make(refunded.wallet(), made));
        var cashback = refunded.cashback();
        if (cashback != null && cashback.fromPot().isPositive()) {
            pot(refunded.wallet(), cashback.pot()).take(cashback.fromPot());
        }
    }

    private void spend(WalletId wallet, List<PotUse> uses) {
        uses.forEach(use -> pot(wallet, use.pot()).take(use.amount()));
    }

    private void make(WalletId wallet, NewPot made) {
        pot(wallet, made.pot()).make(made);
    }

    private PotChange pot(WalletId wallet, long number) {
        return pots.computeIfAbsent(new PotKey(wallet.value(), number), PotChange::new);
    }

    private void release(String hold) {
        free(holds.close(hold));
    }

    private void free(Collection<HeldPart> parts) {
        for (HeldPart part : parts) {
            pots.computeIfAbsent(part.pot(), PotChange::new).release(Won.of(part.amount()));
        }
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        free(holds.write(connection));
        var moment = Nanos.toMoment(now);
        var tables = new PotTables(connection, pots.values(), Nanos.of(moment.startOfDay()));
        if (Nanos.toMoment(before).date().isBefore(moment.date())) {
            tables.tidy();
        }
        tables.write();
    }

    /** Pots are left to {@link PotTotals}. */
    @Override
    public void pour(Connection connection, long before) throws SQLException {
        free(holds.write(connection));
        PotTotals.pour(connection, pots.values());
    }
}
