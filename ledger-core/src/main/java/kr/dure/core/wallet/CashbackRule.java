package kr.dure.core.wallet;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletEvent.CashbackGiven;
import org.jspecify.annotations.Nullable;

/**
 * The payback of a payment. What counts is the part paid with money that was bought without a discount; a month's bases
 * earn in tiers, each tier's part rounded down by itself.
 */
record CashbackRule(Rules rules, Rules.Cashback cashback) {

    static @Nullable CashbackRule of(Rules rules) {
        return rules.cashback() == null ? null : new CashbackRule(rules, rules.cashback());
    }

    /** The same uses, with a mark on those that count. */
    static List<PotUse> mark(List<PotUse> uses, WalletState wallet) {
        List<PotUse> marked = new ArrayList<>(uses.size());
        for (PotUse use : uses) {
            marked.add(new PotUse(use.pot(), use.kind(), use.amount(), counts(use, wallet)));
        }
        return marked;
    }

    private static boolean counts(PotUse use, WalletState wallet) {
        if (use.kind() != PotKind.PURCHASED) {
            return false;
        }
        var incentive = wallet.incentives.get(wallet.pots.get(use.pot()).incentive());
        return incentive != null && incentive.total().isZero();
    }

    /** @return none if nothing of the payment counts */
    @Nullable
    CashbackGiven give(OperationId payment, List<PotUse> marked, WalletState wallet, FundAccount fund, Moment now) {
        Won base = base(marked);
        if (base.isZero()) {
            return null;
        }
        Won total = earn(wallet.cashbackBases.in(now.month()), base);
        Won nation = rules.nationPercent().of(total);
        Won resident = cashback.residentPercent().of(total);
        NewPot pot = resident.isZero()
                ? null
                : new NewPot(
                        wallet.pots.next(),
                        PotKind.CASHBACK,
                        resident,
                        now.date().plusYears(cashback.potYears()),
                        false,
                        payment,
                        null);
        return new CashbackGiven(base, nation, total.minus(nation), resident, total.minus(resident), fund, pot);
    }

    static Won base(List<PotUse> uses) {
        Won base = Won.ZERO;
        for (PotUse use : uses) {
            if (use.earnsCashback()) {
                base = base.plus(use.amount());
            }
        }
        return base;
    }

    private Won earn(Won before, Won base) {
        Won earned = Won.ZERO;
        Won tierStart = Won.ZERO;
        for (var tier : cashback.tiers()) {
            Won tierEnd = tierStart.plus(tier.base());
            Won inTier = before.plus(base).min(tierEnd).minus(before.max(tierStart));
            if (inTier.isPositive()) {
                earned = earned.plus(tier.percent().of(inTier));
            }
            tierStart = tierEnd;
        }
        return earned;
    }
}
