package kr.dure.core.funding;

import java.time.Duration;
import kr.dure.core.funding.FundingCommand.CancelOrder;
import kr.dure.core.funding.FundingCommand.RequestCharge;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.Charging;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletRefusal.ChargeUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Charges that are asked for, and undone. */
final class ChargeOrders {
    private final Repository<ChargeOrder> orders;
    private final Repository<Wallet> wallets;

    ChargeOrders(Repository<ChargeOrder> orders, Repository<Wallet> wallets) {
        this.orders = orders;
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(RequestCharge request, Moment now, RuleBook book, Records records) {
        var rules = book.on(now.date());
        var wallet = wallets.load(request.wallet().toString());
        var no = wallet.invoke(holder -> holder.refusalToHold(request.wallet()));
        if (no != null) {
            return no;
        }
        if (records.latestOn(Subject.reference(request.reference())).isPresent()) {
            return new FundingRefusal.ReferenceUsed(request.reference());
        }
        no = wallet.invoke(holder -> holder.refusalOfLimits(request.amount(), now, rules));
        if (no != null) {
            return no;
        }
        var requested = new ChargeRequested(
                request.wallet(),
                request.charge(),
                request.amount(),
                Charging.price(request.amount(), rules),
                request.reference(),
                now.at(),
                now.at().plus(Duration.ofHours(rules.chargePayHours())),
                rules.version());
        orders.load(new ChargeOrderId(request.charge()).toString()).execute(order -> order.request(requested));
        return Outcome.ACCEPTED;
    }

    @CommandHandler
    Outcome handle(CancelOrder cancel, Moment now, Records records) {
        var charged = records.latestOn(Subject.order(cancel.charge()))
                .flatMap(found -> found.as(DepositTaken.class))
                .flatMap(taken -> records.latestOn(Subject.funding(taken.event().deposit())))
                .flatMap(found -> found.as(Charged.class));
        if (charged.isEmpty()
                || records.latestOn(Subject.charge(cancel.charge())).isPresent()) {
            return new ChargeUnknown(cancel.charge());
        }
        var charge = charged.get().event();
        return wallets.load(charge.wallet().toString()).invoke(wallet -> wallet.cancel(charge, now));
    }
}
