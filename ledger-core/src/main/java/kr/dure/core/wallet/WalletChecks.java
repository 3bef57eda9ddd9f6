package kr.dure.core.wallet;

import java.util.Set;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.ledger.Subject;
import kr.dure.core.merchant.MerchantRefusal.MerchantUnknown;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletEvent.HoldLapsed;
import org.jspecify.annotations.Nullable;

/** The rules of a wallet that can say no, each with its first objection in the documented order, or null. */
record WalletChecks(@Nullable WalletId id, WalletState wallet) {

    @Nullable
    Refusal toHold(WalletId asked) {
        if (id == null) {
            return new WalletRefusal.WalletUnknown(asked);
        }
        if (wallet.holder != Holder.RESIDENT) {
            return new WalletRefusal.NotAResident(asked);
        }
        return wallet.frozen ? new WalletRefusal.WalletFrozen(asked) : null;
    }

    @Nullable
    Refusal toSpend(WalletId asked, MerchantId to, Won amount, Moment now, Merchants merchants) {
        if (id == null) {
            return new WalletRefusal.WalletUnknown(asked);
        }
        var merchant = merchants.find(to);
        if (merchant == null) {
            return new MerchantUnknown(to);
        }
        if (merchant.suspended()) {
            return new WalletRefusal.MerchantSuspended(to);
        }
        if (merchant.owners().contains(asked)) {
            return new WalletRefusal.OwnMerchant(to);
        }
        if (wallet.frozen) {
            return new WalletRefusal.WalletFrozen(asked);
        }
        return insufficient(amount, Paying.takenBy(merchant), now);
    }

    @Nullable
    Refusal insufficient(Won amount, Set<PotKind> kinds, Moment now) {
        Won spendable = wallet.pots.spendable(kinds, now.date());
        return amount.isMoreThan(spendable) ? new WalletRefusal.InsufficientBalance(spendable, amount) : null;
    }

    /** What may be bought in a month, and then what may be held. */
    @Nullable
    Refusal limits(Won amount, Moment now, Rules rules) {
        Won bought = wallet.bought.in(now.month());
        return bought.plus(amount).isMoreThan(rules.monthlyPurchaseLimit())
                ? new WalletRefusal.MonthlyPurchaseLimit(bought, amount, rules.monthlyPurchaseLimit())
                : holdingLimit(amount, rules);
    }

    @Nullable
    Refusal holdingLimit(Won amount, Rules rules) {
        Won held = wallet.pots.left(PotKind.HOLDING);
        return held.plus(amount).isMoreThan(rules.holdingLimit())
                ? new WalletRefusal.HoldingLimit(held, amount, rules.holdingLimit())
                : null;
    }

    /** Why a hold is no longer open: a lapse may be so fresh that the log does not have it yet. */
    static Refusal endOf(OperationId hold, Records records) {
        var end = records.latestOn(Subject.hold(hold)).map(Recorded::event);
        return end.isPresent() && !(end.get() instanceof HoldLapsed)
                ? new WalletRefusal.HoldClosed(hold)
                : new WalletRefusal.HoldLapsed(hold);
    }
}
