package kr.dure.core.journal;

import kr.dure.core.account.Account;
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
import kr.dure.core.wallet.WalletEvent.PotExpired;
import kr.dure.core.wallet.WalletEvent.PotsExpired;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.core.wallet.WalletEvent.WalletOpened;
import kr.dure.core.wallet.WalletEvent.WalletUnfrozen;

/** The posting rules of wallets. */
final class WalletPostings {
    private WalletPostings() {}

    static void post(WalletEvent event, Entry entry) {
        var wallet = Account.wallet(event.wallet());
        var hold = Account.hold(event.wallet());
        switch (event) {
            case WalletOpened _, WalletFrozen _, WalletUnfrozen _ -> {}
            case Charged charged ->
                entry.debit(Account.BANK, charged.paid())
                        .given(charged.nation(), charged.city())
                        .credit(wallet, charged.amount())
                        .credit(Account.fund(charged.fund()), charged.fundPart());
            case ChargeCancelled cancelled ->
                entry.debit(wallet, cancelled.amount())
                        .debit(Account.fund(cancelled.fund()), cancelled.fundBack())
                        .credit(Account.PAYOUTS, cancelled.paidBack())
                        .goneBack(cancelled.incentive());
            case FundingReversed reversed ->
                entry.debit(wallet, reversed.amount())
                        .debit(Account.claim(reversed.wallet()), reversed.claim())
                        .credit(Account.BANK, reversed.paid())
                        .goneBack(reversed.incentive());
            case PolicyGranted granted ->
                entry.drawn(granted.programme(), granted.draws())
                        .credit(wallet, granted.pot().amount());
            case EarningsPaid paid ->
                entry.drawn(paid.programme(), paid.draws())
                        .credit(wallet, paid.pot().amount());
            case ConversionCredited credited ->
                entry.move(Account.CONVERSION, wallet, credited.pot().amount());
            case MerchantPaid paid -> paid(paid, wallet, hold, entry);
            case HoldPlaced placed -> entry.move(wallet, hold, placed.amount());
            case HoldVoided voided -> entry.move(hold, wallet, voided.amount());
            case HoldLapsed lapsed -> entry.move(hold, wallet, lapsed.amount());
            case PaymentRefunded refunded -> refunded(refunded, wallet, entry);
            case GiftSent sent -> entry.move(wallet, Account.transit(sent.gift()), sent.amount());
            case GiftReceived received -> entry.move(Account.transit(received.gift()), wallet, received.amount());
            case Donated donated -> entry.move(wallet, Account.fund(donated.account()), donated.amount());
            case ProjectFunded funded ->
                entry.move(Account.fund(funded.account()), wallet, funded.pot().amount());
            case BalanceRefunded refunded -> {
                entry.credit(Account.PAYOUTS, refunded.paid());
                refunded.parts()
                        .forEach(part -> entry.debit(wallet, part.amount()).goneBack(part.incentive()));
            }
            case PotsExpired expired -> expired.parts().forEach(part -> expired(part, wallet, entry));
        }
    }

    private static void paid(MerchantPaid paid, Account wallet, Account hold, Entry entry) {
        if (paid.released() == null) {
            entry.debit(wallet, paid.amount());
        } else {
            entry.debit(hold, paid.amount().plus(paid.released())).credit(wallet, paid.released());
        }
        entry.credit(Account.merchant(paid.merchant()), paid.amount().minus(paid.contribution()))
                .credit(Account.fund(paid.fund()), paid.contribution());
        var cashback = paid.cashback();
        if (cashback != null) {
            entry.given(cashback.nation(), cashback.city())
                    .credit(wallet, cashback.residentPart())
                    .credit(Account.fund(cashback.fund()), cashback.fundPart());
        }
    }

    private static void refunded(PaymentRefunded refunded, Account wallet, Entry entry) {
        entry.debit(Account.merchant(refunded.merchant()), refunded.amount().minus(refunded.contributionBack()))
                .debit(Account.fund(refunded.merchantFund()), refunded.contributionBack());
        Won toWallet = Won.ZERO;
        for (PotUse part : refunded.restored()) {
            toWallet = toWallet.plus(part.amount());
        }
        for (NewPot pot : refunded.renewed()) {
            toWallet = toWallet.plus(pot.amount());
        }
        var cashback = refunded.cashback();
        if (cashback != null) {
            toWallet = toWallet.minus(cashback.fromPot());
            entry.debit(Account.fund(cashback.fund()), cashback.fundBack()).goneBack(cashback.incentive());
        }
        entry.credit(wallet, toWallet).credit(Account.EXPIRED, refunded.expired());
        refunded.returned().forEach(entry::goneBack);
    }

    private static void expired(PotExpired part, Account wallet, Entry entry) {
        entry.debit(wallet, part.amount());
        if (part.incentive() == null) {
            entry.credit(Account.EXPIRED, part.amount());
        } else {
            entry.goneBack(part.incentive());
        }
    }
}
