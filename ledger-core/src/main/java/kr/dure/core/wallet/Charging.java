package kr.dure.core.wallet;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import kr.dure.core.id.FundAccount;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletEvent.Charged;

/** What a charge is worth: the discount of its day, who pays it, and what the resident pays. */
public final class Charging {
    private Charging() {}

    /** What the resident pays. */
    public static Won price(Won amount, Rules rules) {
        var discount = rules.chargeIncentive();
        return discount == null
                ? amount
                : amount.minus(discount.residentPercent().of(incentive(amount, rules)));
    }

    private static Won incentive(Won amount, Rules rules) {
        var discount = rules.chargeIncentive();
        return discount == null ? Won.ZERO : discount.percent().of(amount);
    }

    static Charged fact(WalletState wallet, Charge charge, Moment now, Rules rules) {
        Won incentive = incentive(charge.amount(), rules);
        Won nation = rules.nationPercent().of(incentive);
        Won paid = price(charge.amount(), rules);
        Won resident = charge.amount().minus(paid);
        return new Charged(
                charge.wallet(),
                charge.charge(),
                charge.funding(),
                charge.amount(),
                paid,
                nation,
                incentive.minus(nation),
                incentive.minus(resident),
                FundAccount.of(requireNonNull(wallet.dong)),
                new NewPot(
                        wallet.pots.next(),
                        PotKind.PURCHASED,
                        charge.amount(),
                        rules.expiryOfIssue(now.date()),
                        false,
                        charge.charge(),
                        paid),
                now.at().plus(Duration.ofDays(rules.chargeCancelDays())),
                rules.version());
    }
}
