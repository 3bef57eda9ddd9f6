package kr.dure.core.wallet;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.RefundBalance;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletEvent.FundingReversed;
import kr.dure.core.wallet.WalletEvent.PotExpired;
import kr.dure.core.wallet.WalletEvent.PotRefunded;

/** What leaves a wallet without being spent, and what of it goes back to whoever gave the incentive. */
final class GivingBack {
    private GivingBack() {}

    /** The rest of what was bought, in money less the discount: floor(amount × paid / face) of each pot. */
    static BalanceRefunded balance(WalletState wallet, RefundBalance refund, List<PotUse> all) {
        var incentives = new Incentives(wallet.incentives);
        List<PotRefunded> parts = new ArrayList<>(all.size());
        Won paid = Won.ZERO;
        for (PotUse use : all) {
            Pot pot = wallet.pots.get(use.pot());
            Won money = pot.paidFor(use.amount());
            Won unpaid = use.amount().minus(money);
            paid = paid.plus(money);
            parts.add(new PotRefunded(
                    use.pot(), use.amount(), money, incentives.giveBack(requireNonNull(pot.incentive()), unpaid)));
        }
        return new BalanceRefunded(refund.wallet(), refund.refund(), paid, parts);
    }

    /** What is free of a charge's pot goes with the money that paid for it; what was spent of it is owed. */
    static FundingReversed reversed(WalletState wallet, Charged charge) {
        var pot = wallet.pots.find(charge.pot().pot());
        Won left = pot == null ? Won.ZERO : pot.free();
        Won money = pot == null ? Won.ZERO : pot.paidFor(left);
        var back = pot == null
                ? null
                : new Incentives(wallet.incentives).giveBack(requireNonNull(pot.incentive()), left.minus(money));
        return new FundingReversed(
                charge.wallet(),
                charge.charge(),
                charge.funding(),
                charge.pot().pot(),
                left,
                charge.paid(),
                charge.paid().minus(money),
                back);
    }

    /** The free rest of every pot that expired before today; CASHBACK goes back as its incentive. */
    static List<PotExpired> expired(WalletState wallet, LocalDate today) {
        var incentives = new Incentives(wallet.incentives);
        List<PotExpired> parts = new ArrayList<>();
        for (Pot pot : wallet.pots.all()) {
            if (pot.isExpired(today) && pot.free().isPositive()) {
                var back = pot.kind() == PotKind.CASHBACK
                        ? incentives.giveBackCashback(requireNonNull(pot.incentive()), pot.free())
                        : null;
                parts.add(new PotExpired(pot.number(), pot.kind(), pot.free(), back));
            }
        }
        return parts;
    }
}
