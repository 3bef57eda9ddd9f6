package kr.dure.core.participation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.participation.ParticipationEvent.PayoutApproved;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A payout batch that was approved and paid. */
@AggregateRoot
public class Payout {
    @AggregateIdentifier
    private @Nullable PayoutId id;

    void approve(PayoutApproved approved) {
        apply(approved);
    }

    @EventSourcingHandler
    void on(PayoutApproved approved) {
        id = new PayoutId(approved.payout());
    }
}
