package kr.dure.core.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.policy.PolicyEvent.GrantsApproved;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A batch of grants that was approved and made. */
@AggregateRoot
public class GrantBatch {
    @AggregateIdentifier
    private @Nullable GrantBatchId id;

    void approve(GrantsApproved approved) {
        apply(approved);
    }

    @EventSourcingHandler
    void on(GrantsApproved approved) {
        id = new GrantBatchId(approved.grants());
    }
}
