package kr.dure.core.cleanhouse;

import kr.dure.core.cleanhouse.CleanHouseCommand.BuyBags;
import kr.dure.core.cleanhouse.CleanHouseCommand.ConvertPoints;
import kr.dure.core.cleanhouse.CleanHouseEvent.BagsBought;
import kr.dure.core.cleanhouse.CleanHouseEvent.PointsConverted;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.ConversionCredited;
import kr.dure.core.wallet.WalletRefusal.WalletFrozen;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Turns points into won, or into waste bags. */
public final class PointSpending {
    private final Repository<Wallet> wallets;
    private final Repository<PointAccount> points;

    public PointSpending(Repository<Wallet> wallets, Repository<PointAccount> points) {
        this.wallets = wallets;
        this.points = points;
    }

    @CommandHandler
    Outcome handle(ConvertPoints convert, Moment now, RuleBook book) {
        var rules = book.on(now.date());
        var wallet = wallets.load(convert.wallet().toString());
        var no = refusalToLeave(convert, wallet);
        if (no != null) {
            return no;
        }
        if (convert.points().value() % rules.conversionStep() != 0) {
            return new CleanHouseRefusal.NotInSteps(convert.points(), rules.conversionStep());
        }
        no = spend(
                convert,
                convert.points(),
                new PointsConverted(convert.wallet(), convert.conversion(), convert.points()));
        if (no != null) {
            return no;
        }
        wallet.execute(w -> w.receive(
                PotKind.EARNED,
                Won.of(convert.points().value()),
                rules.expiryOfIssue(now.date()),
                pot -> new ConversionCredited(convert.wallet(), convert.conversion(), pot)));
        return Outcome.ACCEPTED;
    }

    @CommandHandler
    Outcome handle(BuyBags buy, Moment now, RuleBook book) {
        var no = refusalToLeave(buy, wallets.load(buy.wallet().toString()));
        if (no != null) {
            return no;
        }
        Points each = book.on(now.date()).bagPrices().get(buy.litres());
        if (each == null) {
            throw new IllegalArgumentException("no bags of " + buy.litres() + " litres are sold");
        }
        var price = Points.of(Math.multiplyExact(each.value(), buy.count()));
        no = spend(
                buy, price, new BagsBought(buy.wallet(), buy.purchase(), buy.site(), buy.litres(), buy.count(), price));
        return no == null ? Outcome.ACCEPTED : no;
    }

    private static @Nullable Refusal refusalToLeave(CleanHouseCommand command, Aggregate<Wallet> wallet) {
        if (!wallet.invoke(Wallet::isOpen)) {
            return new WalletUnknown(command.wallet());
        }
        return wallet.invoke(Wallet::isFrozen) ? new WalletFrozen(command.wallet()) : null;
    }

    private @Nullable Refusal spend(CleanHouseCommand command, Points price, CleanHouseEvent event) {
        var account = points.load(new PointsId(command.wallet()).toString());
        Points held = account.invoke(PointAccount::balance);
        if (price.isMoreThan(held)) {
            return new CleanHouseRefusal.InsufficientPoints(held, price);
        }
        account.execute(a -> a.record(event));
        return null;
    }
}
