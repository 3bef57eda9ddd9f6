package kr.dure.core.cleanhouse;

import kr.dure.core.account.Balances;
import kr.dure.core.cleanhouse.CleanHouseCommand.Weigh;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import kr.dure.core.programme.Budget;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.ProgrammeRefusal.BudgetExhausted;
import kr.dure.core.programme.ProgrammeRefusal.ProgrammeUnknown;
import kr.dure.core.programme.ProgrammeRefusal.WrongKind;
import kr.dure.core.programme.Programmes;
import kr.dure.core.programme.Terms;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Weighs what a resident brings and credits points for it. */
public final class Deposits {
    private final Repository<Wallet> wallets;
    private final Repository<PointAccount> points;

    public Deposits(Repository<Wallet> wallets, Repository<PointAccount> points) {
        this.wallets = wallets;
        this.points = points;
    }

    @CommandHandler
    Outcome handle(Weigh weigh, Moment now, RuleBook book, Programmes programmes, Balances balances) {
        var rules = book.on(now.date());
        var terms = programmes.find(weigh.programme());
        if (terms == null) {
            return new ProgrammeUnknown(weigh.programme());
        }
        if (terms.kind() != ProgrammeKind.CLEAN_HOUSE) {
            return new WrongKind(weigh.programme(), terms.kind());
        }
        if (!wallets.load(weigh.wallet().toString()).invoke(Wallet::isOpen)) {
            return new WalletUnknown(weigh.wallet());
        }
        Long rate = terms.rates().get(weigh.material());
        if (rate == null) {
            return new CleanHouseRefusal.UnknownMaterial(weigh.programme(), weigh.material());
        }
        var account = points.load(new PointsId(weigh.wallet()).toString());
        long before = account.invoke(a -> a.countedOn(now.date()));
        if (before >= rules.dailyGramsCap()) {
            return new CleanHouseRefusal.DailyCap(before, rules.dailyGramsCap());
        }
        long counted = Math.min(weigh.grams(), rules.dailyGramsCap() - before);
        long rateOfDay = rateOn(now, terms, rate);
        var earned = Points.of(Exact.floor(counted, rateOfDay, 1000));
        var budget = new Budget(weigh.programme(), terms, balances);
        var cost = Won.of(earned.value());
        if (cost.isMoreThan(budget.left())) {
            return new BudgetExhausted(weigh.programme(), budget.left(), cost);
        }
        var draws = budget.draw(cost);
        account.execute(a -> a.record(new DepositWeighed(
                weigh.wallet(),
                weigh.deposit(),
                weigh.programme(),
                weigh.site(),
                weigh.device(),
                weigh.material(),
                weigh.grams(),
                counted,
                rateOfDay,
                earned,
                draws,
                rules.version())));
        return Outcome.ACCEPTED;
    }

    private static long rateOn(Moment now, Terms terms, long rate) {
        return terms.doubleOn().contains(now.date()) ? 2 * rate : rate;
    }
}
