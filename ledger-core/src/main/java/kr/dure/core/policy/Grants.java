package kr.dure.core.policy;

import kr.dure.core.account.Balances;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.programme.Budget;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.ProgrammeRefusal.BudgetExhausted;
import kr.dure.core.programme.ProgrammeRefusal.ProgrammeUnknown;
import kr.dure.core.programme.ProgrammeRefusal.WrongKind;
import kr.dure.core.programme.Programmes;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Grants policy money. */
public final class Grants {
    private final Repository<Wallet> wallets;

    public Grants(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(Grant grant, Moment now, RuleBook book, Programmes programmes, Balances balances) {
        var terms = programmes.find(grant.programme());
        if (terms == null) {
            return new ProgrammeUnknown(grant.programme());
        }
        if (terms.kind() != ProgrammeKind.POLICY) {
            return new WrongKind(grant.programme(), terms.kind());
        }
        var wallet = wallets.load(grant.wallet().toString());
        if (!wallet.invoke(Wallet::isOpen)) {
            return new WalletUnknown(grant.wallet());
        }
        var budget = new Budget(grant.programme(), terms, balances);
        if (grant.amount().isMoreThan(budget.left())) {
            return new BudgetExhausted(grant.programme(), budget.left(), grant.amount());
        }
        var expiresOn = terms.expiresOn() != null
                ? terms.expiresOn()
                : book.on(now.date()).expiryOfIssue(now.date());
        var draws = budget.draw(grant.amount());
        wallet.execute(w -> w.receive(
                PotKind.POLICY,
                grant.amount(),
                expiresOn,
                pot -> new PolicyGranted(grant.wallet(), grant.grant(), grant.programme(), draws, pot)));
        return Outcome.ACCEPTED;
    }
}
