package kr.dure.core.wallet;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletEvent.CashbackTakenBack;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import org.jspecify.annotations.Nullable;

/**
 * What one refund does, worked out from the payment and from how much of it was refunded before.
 *
 * <ol>
 *   <li>The payment's pots are restored, last used first, each up to what it gave.
 *   <li>The fund and the resident give back their parts of the cashback, as far as its base is restored: the resident
 *       from that payment's CASHBACK pot, the shortfall out of what is restored, last restored first, but what step 3
 *       would send away only after all else.
 *   <li>What is restored to an expired pot goes where the law says, or into a renewed pot.
 * </ol>
 */
final class Refund {
    private final WalletState wallet;
    private final MerchantPaid payment;
    private final boolean balanceRefundedSince;
    private final Moment now;
    private final Rules rules;

    private final List<Part> parts = new ArrayList<>();
    private final List<PotUse> restored = new ArrayList<>();
    private final List<NewPot> renewed = new ArrayList<>();
    private final List<GoneBack> returned = new ArrayList<>();
    private Won expired = Won.ZERO;
    private long nextPot;

    Refund(WalletState wallet, MerchantPaid payment, boolean balanceRefundedSince, Moment now, Rules rules) {
        this.wallet = wallet;
        this.payment = payment;
        this.balanceRefundedSince = balanceRefundedSince;
        this.now = now;
        this.rules = rules;
        this.nextPot = wallet.pots.next();
    }

    /** What the fund gave back to the merchant once {@code refunded} of the payment is refunded. */
    static Won contributionBack(MerchantPaid payment, Won refunded) {
        return Won.of(Exact.floor(
                payment.contribution().value(),
                refunded.value(),
                payment.amount().value()));
    }

    PaymentRefunded event(OperationId refund, Won before, Won amount) {
        Won after = before.plus(amount);
        restoreParts(before, after);
        Won purchased = restoredOf(PotKind.BOUGHT);
        CashbackTakenBack cashback = takeCashbackBack(before, after);
        parts.forEach(this::settle);
        return new PaymentRefunded(
                payment.wallet(),
                refund,
                payment.payment(),
                payment.merchant(),
                amount,
                after,
                contributionBack(payment, after).minus(contributionBack(payment, before)),
                payment.fund(),
                restored,
                renewed,
                purchased,
                cashback,
                returned,
                expired);
    }

    /** Step 1. The payment's pots in reverse are one long strip; this refund is the piece of it from before to after. */
    private void restoreParts(Won before, Won after) {
        Won start = Won.ZERO;
        for (PotUse use : payment.from().reversed()) {
            Won end = start.plus(use.amount());
            Won piece = end.min(after).minus(start.max(before));
            if (piece.isPositive()) {
                parts.add(new Part(wallet.pots.get(use.pot()), piece));
            }
            start = end;
        }
    }

    private Won restoredOf(java.util.Set<PotKind> kinds) {
        Won sum = Won.ZERO;
        for (Part part : parts) {
            sum = kinds.contains(part.pot.kind()) ? sum.plus(part.amount) : sum;
        }
        return sum;
    }

    /** Step 2. */
    private @Nullable CashbackTakenBack takeCashbackBack(Won before, Won after) {
        var given = payment.cashback();
        if (given == null) {
            return null;
        }
        Won baseAfter = baseRestored(after);
        Won fundBack = partBack(given.fundPart(), baseAfter, given.base())
                .minus(partBack(given.fundPart(), baseRestored(before), given.base()));
        var incentive = given.nation().plus(given.city()).isZero()
                ? Incentive.given(payment.payment(), Won.ZERO, Won.ZERO, Won.ZERO, now.at())
                : incentiveOf(payment.payment());
        Won due = partBack(given.residentPart(), baseAfter, given.base())
                .minus(incentive.residentBack())
                .max(Won.ZERO);
        Pot pot = given.pot() == null ? null : wallet.pots.find(given.pot().pot());
        Won fromPot = pot == null ? Won.ZERO : pot.free().min(due);
        Won fromRestored = cut(due.minus(fromPot));
        return new CashbackTakenBack(
                pot == null ? 0 : pot.number(),
                fromPot,
                fromRestored,
                fundBack,
                given.fund(),
                incentive.giveBack(fundBack, fromPot.plus(fromRestored)));
    }

    /** How much of the payment's cashback base is restored once {@code refunded} of it is refunded. */
    private Won baseRestored(Won refunded) {
        Won start = Won.ZERO;
        Won base = Won.ZERO;
        for (PotUse use : payment.from().reversed()) {
            Won piece = refunded.minus(start).min(use.amount());
            if (piece.isPositive() && use.earnsCashback()) {
                base = base.plus(piece);
            }
            start = start.plus(use.amount());
        }
        return base;
    }

    private static Won partBack(Won part, Won restored, Won base) {
        return Won.of(Exact.ceil(part.value(), restored.value(), base.value()));
    }

    /** Takes a shortfall out of what is restored, and says how much of it there was. */
    private Won cut(Won shortfall) {
        Won missing = shortfall;
        for (boolean leaving : new boolean[] {false, true}) {
            for (Part part : parts.reversed()) {
                if (part.leaves() == leaving) {
                    Won taken = part.amount.min(missing);
                    part.amount = part.amount.minus(taken);
                    missing = missing.minus(taken);
                }
            }
        }
        return shortfall.minus(missing);
    }

    /** Step 3. */
    private void settle(Part part) {
        if (part.amount.isZero()) {
            return;
        }
        Pot pot = part.pot;
        if (part.leaves()) {
            if (pot.kind() == PotKind.CASHBACK) {
                returned.add(incentiveOf(pot).giveBackCashback(part.amount));
            } else {
                expired = expired.plus(part.amount);
            }
        } else if (pot.kind() == PotKind.PURCHASED && balanceRefundedSince) {
            renew(part, PotKind.GIFT);
        } else if (part.isExpired()) {
            renew(part, pot.kind());
        } else {
            restored.add(PotUse.of(pot.number(), pot.kind(), part.amount));
        }
    }

    private void renew(Part part, PotKind kind) {
        Pot pot = part.pot;
        boolean bought = kind == PotKind.PURCHASED;
        renewed.add(new NewPot(
                nextPot++,
                kind,
                part.amount,
                part.isExpired() ? now.date().plusDays(rules.renewedDays()) : pot.expiresOn(),
                part.isExpired() || pot.renewed(),
                bought ? pot.incentive() : null,
                bought ? pot.paidFor(part.amount) : null));
    }

    private Incentive incentiveOf(Pot pot) {
        return incentiveOf(java.util.Objects.requireNonNull(pot.incentive()));
    }

    private Incentive incentiveOf(OperationId of) {
        var incentive = wallet.incentives.get(of);
        if (incentive == null) {
            throw new IllegalStateException("the incentive of " + of + " was forgotten too early");
        }
        return incentive;
    }

    /** A piece of the payment on its way back to the pot that it came from. */
    private final class Part {
        final Pot pot;
        Won amount;

        Part(Pot pot, Won amount) {
            this.pot = pot;
            this.amount = amount;
        }

        boolean isExpired() {
            return pot.isExpired(now.date());
        }

        /** Whether it does not stay with the resident but goes to a payer or to the operating account. */
        boolean leaves() {
            return isExpired() && (pot.renewed() || pot.kind() == PotKind.POLICY || pot.kind() == PotKind.CASHBACK);
        }
    }
}
