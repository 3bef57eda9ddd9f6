package kr.dure.core.funding;

import kr.dure.core.funding.FundingCommand.ReverseDeposit;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.funding.FundingEvent.BackReason;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletCommand.Charge;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletRefusal.FundingUsed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Money that comes in, and money that its bank takes back. */
final class Deposits {
    private final Repository<Deposit> deposits;
    private final Repository<Wallet> wallets;

    Deposits(Repository<Deposit> deposits, Repository<Wallet> wallets) {
        this.deposits = deposits;
        this.wallets = wallets;
    }

    @CommandHandler
    Outcome handle(TakeDeposit take, Moment now, RuleBook book, Records records) {
        if (records.latestOn(Subject.funding(take.deposit())).isPresent()) {
            return new FundingUsed(take.deposit());
        }
        var request = records.latestOn(Subject.reference(take.reference()))
                .flatMap(found -> found.as(ChargeRequested.class))
                .map(found -> found.event())
                .orElse(null);
        var no = whyNot(take, request, now, book, records);
        if (request == null || no != null) {
            record(take, request, Won.ZERO, no);
            return Outcome.ACCEPTED;
        }
        record(take, request, request.toPay(), take.amount().isMoreThan(request.toPay()) ? BackReason.EXCESS : null);
        var charge = new Charge(request.charge(), request.wallet(), request.amount(), take.deposit());
        var rules = book.on(new Moment(request.requestedAt()).date());
        wallets.load(request.wallet().toString()).execute(wallet -> wallet.charge(charge, now, rules));
        return Outcome.ACCEPTED;
    }

    private @Nullable BackReason whyNot(
            TakeDeposit take, @Nullable ChargeRequested request, Moment now, RuleBook book, Records records) {
        if (request == null) {
            return BackReason.UNKNOWN;
        }
        if (records.latestOn(Subject.order(request.charge())).isPresent()) {
            return BackReason.DOUBLED;
        }
        if (!now.isBefore(request.payBefore())) {
            return BackReason.LATE;
        }
        if (take.amount().isLessThan(request.toPay())) {
            return BackReason.SHORT;
        }
        var rules = book.on(now.date());
        var no = wallets.load(request.wallet().toString()).invoke(wallet -> {
            var holder = wallet.refusalToHold(request.wallet());
            return holder != null ? holder : wallet.refusalOfLimits(request.amount(), now, rules);
        });
        return no == null ? null : BackReason.NOT_ALLOWED;
    }

    private void record(TakeDeposit take, @Nullable ChargeRequested request, Won charged, @Nullable BackReason reason) {
        var taken = new DepositTaken(
                take.deposit(),
                take.amount(),
                request == null ? null : request.charge(),
                charged,
                take.amount().minus(charged),
                reason);
        deposits.load(new DepositId(take.deposit()).toString()).execute(deposit -> deposit.take(taken));
    }

    @CommandHandler
    Outcome handle(ReverseDeposit reverse, Moment now, Records records) {
        var charged = records.latestOn(Subject.funding(reverse.deposit())).flatMap(found -> found.as(Charged.class));
        if (charged.isEmpty()) {
            return new FundingRefusal.DepositUnknown(reverse.deposit());
        }
        var charge = charged.get().event();
        wallets.load(charge.wallet().toString()).execute(wallet -> wallet.reverse(charge, now));
        return Outcome.ACCEPTED;
    }
}
