package kr.dure.core.wallet;

import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.WalletCommand.SendGift;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A gift moves between two wallets, at once. */
public final class Gifts {
    private final Repository<Wallet> wallets;

    public Gifts(Repository<Wallet> wallets) {
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(SendGift gift, Moment now, RuleBook book) {
        var from = wallets.load(gift.from().toString());
        var to = wallets.load(gift.to().toString());
        for (var side : new Side[] {new Side(gift.from(), from), new Side(gift.to(), to)}) {
            if (!side.is(Wallet::isOpen)) {
                return new WalletRefusal.WalletUnknown(side.id());
            }
        }
        if (gift.from().equals(gift.to())) {
            return new WalletRefusal.SameWallet(gift.from());
        }
        for (var side : new Side[] {new Side(gift.from(), from), new Side(gift.to(), to)}) {
            if (!side.is(Wallet::isResident)) {
                return new WalletRefusal.NotAResident(side.id());
            }
        }
        @Nullable Refusal no = from.invoke(giver -> giver.refusalToGive(gift.amount(), now));
        if (no == null) {
            no = to.invoke(receiver -> receiver.refusalToReceive(gift.amount(), now, book.on(now.date())));
        }
        if (no != null) {
            return no;
        }
        var given = from.invoke(giver -> giver.give(gift, now));
        to.execute(receiver -> receiver.receive(gift, given));
        return Outcome.ACCEPTED;
    }

    private record Side(WalletId id, Aggregate<Wallet> wallet) {
        boolean is(java.util.function.Predicate<Wallet> question) {
            return wallet.invoke(question::test);
        }
    }
}
