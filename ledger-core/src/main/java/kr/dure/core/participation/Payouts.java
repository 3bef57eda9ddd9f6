package kr.dure.core.participation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.account.Balances;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.ledger.SamePerson;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationCommand.Item;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.participation.ParticipationEvent.PayoutApproved;
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
import kr.dure.core.wallet.WalletEvent.EarningsPaid;
import kr.dure.core.wallet.WalletRefusal.NotAResident;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Pays a batch to all of its wallets at once, or to none. */
public final class Payouts {
    private final Repository<Wallet> wallets;
    private final Repository<Payout> payouts;

    public Payouts(Repository<Wallet> wallets, Repository<Payout> payouts) {
        this.wallets = wallets;
        this.payouts = payouts;
    }

    @CommandHandler
    Outcome handle(PayOut payout, Moment now, RuleBook book, Programmes programmes, Balances balances) {
        var terms = programmes.find(payout.programme());
        if (terms == null) {
            return new ProgrammeUnknown(payout.programme());
        }
        if (terms.kind() != ProgrammeKind.PARTICIPATION) {
            return new WrongKind(payout.programme(), terms.kind());
        }
        if (payout.submittedBy().equals(payout.approvedBy())) {
            return new SamePerson(payout.approvedBy());
        }
        List<Payee> payees =
                payout.items().stream().map(item -> payee(item, terms)).toList();
        for (Payee payee : payees) {
            if (!payee.wallet().invoke(Wallet::isOpen)) {
                return new WalletUnknown(payee.id());
            }
        }
        for (Payee payee : payees) {
            if (!payee.wallet().invoke(Wallet::isResident)) {
                return new NotAResident(payee.id());
            }
        }
        var overCap = monthlyCap(payout, payees, terms, now);
        if (overCap != null) {
            return overCap;
        }
        Won total = payees.stream().map(Payee::pay).reduce(Won.ZERO, Won::plus);
        var budget = new Budget(payout.programme(), terms, balances);
        if (total.isMoreThan(budget.left())) {
            return new BudgetExhausted(payout.programme(), budget.left(), total);
        }
        pay(payout, payees, total, budget, book.on(now.date()).expiryOfIssue(now.date()));
        return Outcome.ACCEPTED;
    }

    private Payee payee(Item item, Terms terms) {
        return new Payee(
                item.wallet(),
                wallets.load(item.wallet().toString()),
                item.minutes(),
                Won.of(Exact.floor(item.minutes(), terms.ratePerHour(), 60)));
    }

    private static @Nullable Refusal monthlyCap(PayOut payout, List<Payee> payees, Terms terms, Moment now) {
        Won cap = terms.monthlyCap();
        if (cap == null) {
            return null;
        }
        Map<WalletId, Won> wanted = new HashMap<>();
        for (Payee payee : payees) {
            Won sum = wanted.merge(payee.id(), payee.pay(), Won::plus);
            Won earned = payee.wallet().invoke(wallet -> wallet.earned(payout.programme(), now));
            if (earned.plus(sum).isMoreThan(cap)) {
                return new ParticipationRefusal.MonthlyCap(payee.id(), earned, sum, cap);
            }
        }
        return null;
    }

    private void pay(PayOut payout, List<Payee> payees, Won total, Budget budget, LocalDate expiresOn) {
        payouts.load(new PayoutId(payout.payout()).toString())
                .execute(batch -> batch.approve(new PayoutApproved(
                        payout.payout(),
                        payout.programme(),
                        payout.submittedBy(),
                        payout.approvedBy(),
                        payees.size(),
                        total)));
        for (Payee payee : payees) {
            if (payee.pay().isPositive()) {
                var draws = budget.draw(payee.pay());
                payee.wallet()
                        .execute(wallet -> wallet.receive(
                                PotKind.EARNED,
                                payee.pay(),
                                expiresOn,
                                pot -> new EarningsPaid(
                                        payee.id(), payout.payout(), payout.programme(), payee.minutes(), draws, pot)));
            }
        }
    }

    private record Payee(WalletId id, Aggregate<Wallet> wallet, long minutes, Won pay) {}
}
