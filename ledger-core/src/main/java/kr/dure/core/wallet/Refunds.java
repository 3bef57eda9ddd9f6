package kr.dure.core.wallet;

import kr.dure.core.account.Account;
import kr.dure.core.account.Balances;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Decides a refund by what the log holds of the payment and what the merchant has not yet been paid. */
public final class Refunds {
    private final Repository<Wallet> wallets;

    public Refunds(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(RefundPayment refund, Moment now, RuleBook book, Records records, Balances balances) {
        var found = records.operation(refund.payment(), MerchantPaid.class);
        if (found.isEmpty()) {
            return new WalletRefusal.PaymentUnknown(refund.payment());
        }
        MerchantPaid payment = found.get().event();
        if (now.isAfter(payment.refundableUntil())) {
            return new WalletRefusal.RefundTooOld(refund.payment(), payment.refundableUntil());
        }
        Won before = refunded(refund, records);
        Won after = before.plus(refund.amount());
        if (after.isMoreThan(payment.amount())) {
            return new WalletRefusal.RefundExceedsPayment(payment.amount(), before, refund.amount());
        }
        Won contribution = Refund.contributionBack(payment, after).minus(Refund.contributionBack(payment, before));
        Won needed = refund.amount().minus(contribution);
        Won open = balances.won(Account.merchant(payment.merchant()));
        if (needed.isMoreThan(open)) {
            return new WalletRefusal.MerchantFundsInsufficient(payment.merchant(), open, needed);
        }
        return wallets.load(payment.wallet().toString())
                .invoke(wallet -> wallet.refund(refund, found.get(), before, now, book));
    }

    private static Won refunded(RefundPayment refund, Records records) {
        return records.latestOn(Subject.payment(refund.payment()))
                .map(Recorded::event)
                .map(latest -> ((PaymentRefunded) latest).refundedSoFar())
                .orElse(Won.ZERO);
    }
}
