package kr.dure.core.wallet;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Reference;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.merchant.MerchantProfile;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import org.jspecify.annotations.Nullable;

/** What a payment to a merchant consists of: the money, the fund's contribution, the payback. */
record Paying(WalletState wallet, MerchantProfile merchant, Moment now, Rules rules) {

    static Set<PotKind> takenBy(MerchantProfile merchant) {
        return merchant.policyOnly() ? PotKind.POLICY_ONLY : PotKind.ALL;
    }

    MerchantPaid fact(PayMerchant pay) {
        var uses = wallet.pots.select(pay.amount(), takenBy(merchant), now.date());
        return fact(pay.wallet(), pay.payment(), pay.amount(), uses, null, pay.reference());
    }

    MerchantPaid fact(WalletId holder, CaptureHold capture, Hold hold) {
        return fact(holder, capture.payment(), capture.amount(), hold.first(capture.amount()), hold, null);
    }

    private MerchantPaid fact(
            WalletId holder,
            OperationId payment,
            Won amount,
            List<PotUse> uses,
            @Nullable Hold hold,
            @Nullable Reference reference) {
        var rule = CashbackRule.of(rules);
        var from = rule == null ? uses : CashbackRule.mark(uses, wallet);
        var dong = FundAccount.of(requireNonNull(wallet.dong));
        return new MerchantPaid(
                holder,
                payment,
                merchant.merchant(),
                amount,
                from,
                rules.contribution(amount),
                FundAccount.of(merchant.dong()),
                rule == null ? null : rule.give(payment, from, wallet, dong, now),
                hold == null ? null : hold.id(),
                hold == null ? null : hold.amount().minus(amount),
                now.at().plus(Duration.ofDays(rules.refundDays())),
                rules.version(),
                reference);
    }
}
