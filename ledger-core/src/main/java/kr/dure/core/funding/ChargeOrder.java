package kr.dure.core.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.funding.FundingEvent.ChargeRequested;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A charge that was asked for. */
@AggregateRoot
public class ChargeOrder {
    @AggregateIdentifier
    private @Nullable ChargeOrderId id;

    void request(ChargeRequested requested) {
        apply(requested);
    }

    @EventSourcingHandler
    void on(ChargeRequested requested) {
        id = new ChargeOrderId(requested.charge());
    }
}
