package kr.dure.core.merchant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.merchant.MerchantCommand.ReinstateMerchant;
import kr.dure.core.merchant.MerchantCommand.SuspendMerchant;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import kr.dure.core.merchant.MerchantRefusal.ExcludedTrade;
import kr.dure.core.merchant.MerchantRefusal.MerchantExists;
import kr.dure.core.merchant.MerchantRefusal.MerchantUnknown;
import kr.dure.core.merchant.MerchantRefusal.OutOfDistrict;
import kr.dure.core.rulebook.RuleBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A merchant's registration. What others need to know of it stands in {@link Merchants}. */
@AggregateRoot
public class Merchant {
    @AggregateIdentifier
    private @Nullable MerchantId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(RegisterMerchant register, Moment now, RuleBook book) {
        var rules = book.on(now.date());
        if (id != null) {
            return new MerchantExists(register.merchant());
        }
        if (!register.inDistrict()) {
            return new OutOfDistrict(register.merchant());
        }
        if (rules.excludedTrades().contains(register.trade())) {
            return new ExcludedTrade(register.merchant(), register.trade());
        }
        apply(new MerchantRegistered(
                register.merchant(),
                register.dong(),
                register.trade(),
                register.annualSales(),
                register.annualSales().isMoreThan(rules.merchantSalesCap()),
                register.owners(),
                rules.version()));
        return Outcome.ACCEPTED;
    }

    @CommandHandler
    Outcome handle(SuspendMerchant suspend) {
        if (id == null) {
            return new MerchantUnknown(suspend.merchant());
        }
        apply(new MerchantSuspended(suspend.merchant()));
        return Outcome.ACCEPTED;
    }

    @CommandHandler
    Outcome handle(ReinstateMerchant reinstate) {
        if (id == null) {
            return new MerchantUnknown(reinstate.merchant());
        }
        apply(new MerchantReinstated(reinstate.merchant()));
        return Outcome.ACCEPTED;
    }

    @EventSourcingHandler
    void on(MerchantRegistered registered) {
        id = registered.merchant();
    }
}
