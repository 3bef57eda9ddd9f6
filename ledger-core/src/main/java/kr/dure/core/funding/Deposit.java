package kr.dure.core.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.funding.FundingEvent.DepositTaken;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Money that came in. */
@AggregateRoot
public class Deposit {
    @AggregateIdentifier
    private @Nullable DepositId id;

    void take(DepositTaken taken) {
        apply(taken);
    }

    @EventSourcingHandler
    void on(DepositTaken taken) {
        id = new DepositId(taken.deposit());
    }
}
