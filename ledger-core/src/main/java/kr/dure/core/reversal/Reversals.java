package kr.dure.core.reversal;

import kr.dure.core.genesis.Ledger;
import kr.dure.core.genesis.LedgerId;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.reversal.ReversalCommand.ForbidOperation;
import kr.dure.core.reversal.ReversalEvent.OperationForbidden;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;

/** Forbids, in the ledger's own stream. */
public final class Reversals {
    private final Repository<Ledger> ledger;

    public Reversals(Repository<Ledger> ledger) {
        this.ledger = ledger;
    }

    @CommandHandler
    Outcome handle(ForbidOperation forbid) {
        ledger.load(LedgerId.THE_LEDGER.toString())
                .execute(l -> AggregateLifecycle.apply(new OperationForbidden(forbid.operation())));
        return Outcome.ACCEPTED;
    }
}
