package kr.dure.core.fund;

import kr.dure.core.account.Account;
import kr.dure.core.account.Balances;
import kr.dure.core.fund.FundCommand.Donate;
import kr.dure.core.fund.FundCommand.SpendFund;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.SamePerson;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Gives to the fund and spends from it. */
public final class Fund {
    private final Repository<Wallet> wallets;

    public Fund(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(Donate donate, Moment now, FundAccounts accounts) {
        var wallet = wallets.load(donate.wallet().toString());
        if (!wallet.invoke(Wallet::isOpen)) {
            return new WalletUnknown(donate.wallet());
        }
        if (!accounts.exists(donate.account())) {
            return new FundRefusal.AccountUnknown(donate.account());
        }
        return wallet.invoke(w -> w.donate(donate.donation(), donate.account(), donate.amount(), now));
    }

    @CommandHandler
    Outcome handle(SpendFund spend, Moment now, RuleBook book, FundAccounts accounts, Balances balances) {
        var rules = book.on(now.date());
        if (spend.proposedBy().equals(spend.approvedBy())) {
            return new SamePerson(spend.approvedBy());
        }
        var wallet = wallets.load(spend.wallet().toString());
        if (!wallet.invoke(Wallet::isOpen)) {
            return new WalletUnknown(spend.wallet());
        }
        if (wallet.invoke(Wallet::isResident)) {
            return new FundRefusal.NotAnInstitution(spend.wallet());
        }
        Won balance = balances.won(Account.fund(spend.account()));
        Won inflow = balance.plus(accounts.spent(spend.account()));
        Won left = balance.minus(spend.amount());
        if (Exact.less(
                left.value(), 100, inflow.value(), rules.fundReservePercent().value())) {
            return new FundRefusal.InsufficientFund(spend.account(), balance, inflow, spend.amount());
        }
        wallet.execute(w -> w.receive(
                PotKind.PROJECT,
                spend.amount(),
                rules.expiryOfIssue(now.date()),
                pot -> new ProjectFunded(
                        spend.wallet(),
                        spend.disbursement(),
                        spend.account(),
                        spend.proposedBy(),
                        spend.approvedBy(),
                        pot)));
        return Outcome.ACCEPTED;
    }
}
