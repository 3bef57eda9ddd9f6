package kr.dure.core.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.account.Balances;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.SamePerson;
import kr.dure.core.money.Won;
import kr.dure.core.policy.PolicyCommand.Grant;
import kr.dure.core.policy.PolicyCommand.GrantToMany;
import kr.dure.core.policy.PolicyCommand.Item;
import kr.dure.core.policy.PolicyEvent.GrantsApproved;
import kr.dure.core.programme.Budget;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.ProgrammeRefusal.BudgetExhausted;
import kr.dure.core.programme.ProgrammeRefusal.ProgrammeUnknown;
import kr.dure.core.programme.ProgrammeRefusal.WrongKind;
import kr.dure.core.programme.Programmes;
import kr.dure.core.programme.Terms;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Grants policy money: to one wallet, or to many at once or to none. */
public final class Grants {
    private final Repository<Wallet> wallets;
    private final Repository<GrantBatch> batches;

    public Grants(Repository<Wallet> wallets, Repository<GrantBatch> batches) {
        this.wallets = wallets;
        this.batches = batches;
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
        var payee = payee(new Item(grant.wallet(), grant.amount()));
        if (!payee.wallet().invoke(Wallet::isOpen)) {
            return new WalletUnknown(grant.wallet());
        }
        var budget = new Budget(grant.programme(), terms, balances);
        if (grant.amount().isMoreThan(budget.left())) {
            return new BudgetExhausted(grant.programme(), budget.left(), grant.amount());
        }
        give(grant.grant(), grant.programme(), payee, budget, lastDay(terms, now, book));
        return Outcome.ACCEPTED;
    }

    @CommandHandler
    Outcome handle(GrantToMany grants, Moment now, RuleBook book, Programmes programmes, Balances balances) {
        var terms = programmes.find(grants.programme());
        if (terms == null) {
            return new ProgrammeUnknown(grants.programme());
        }
        if (terms.kind() != ProgrammeKind.POLICY) {
            return new WrongKind(grants.programme(), terms.kind());
        }
        if (grants.submittedBy().equals(grants.approvedBy())) {
            return new SamePerson(grants.approvedBy());
        }
        List<Payee> payees = new ArrayList<>(grants.items().size());
        Won total = Won.ZERO;
        for (Item item : grants.items()) {
            var payee = payee(item);
            if (!payee.wallet().invoke(Wallet::isOpen)) {
                return new WalletUnknown(payee.id());
            }
            payees.add(payee);
            total = total.plus(payee.amount());
        }
        var budget = new Budget(grants.programme(), terms, balances);
        if (total.isMoreThan(budget.left())) {
            return new BudgetExhausted(grants.programme(), budget.left(), total);
        }
        approve(grants, payees.size(), total);
        var expiresOn = lastDay(terms, now, book);
        payees.forEach(payee -> give(grants.grants(), grants.programme(), payee, budget, expiresOn));
        return Outcome.ACCEPTED;
    }

    private Payee payee(Item item) {
        return new Payee(item.wallet(), wallets.load(item.wallet().toString()), item.amount());
    }

    private static LocalDate lastDay(Terms terms, Moment now, RuleBook book) {
        var own = terms.expiresOn();
        return own != null ? own : book.on(now.date()).expiryOfIssue(now.date());
    }

    private void approve(GrantToMany grants, int items, Won total) {
        batches.load(new GrantBatchId(grants.grants()).toString())
                .execute(batch -> batch.approve(new GrantsApproved(
                        grants.grants(), grants.programme(), grants.submittedBy(), grants.approvedBy(), items, total)));
    }

    private static void give(
            OperationId grant, ProgrammeId programme, Payee payee, Budget budget, LocalDate expiresOn) {
        var draws = budget.draw(payee.amount());
        payee.wallet()
                .execute(wallet -> wallet.receive(
                        PotKind.POLICY,
                        payee.amount(),
                        expiresOn,
                        pot -> new PolicyGranted(payee.id(), grant, programme, draws, pot)));
    }

    private record Payee(WalletId id, Aggregate<Wallet> wallet, Won amount) {}
}
