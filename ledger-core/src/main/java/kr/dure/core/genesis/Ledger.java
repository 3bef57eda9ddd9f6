package kr.dure.core.genesis;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import kr.dure.core.genesis.GenesisEvent.ExpirySwept;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** The ledger itself. */
@AggregateRoot
public class Ledger {
    @AggregateIdentifier
    private LedgerId id = LedgerId.THE_LEDGER;

    /** Records that expired money was swept out of some wallets. */
    public void sweep(LocalDate today, int wallets) {
        apply(new ExpirySwept(today, wallets));
    }

    @EventSourcingHandler
    void on(GenesisEvent event) {
        id = LedgerId.THE_LEDGER;
    }
}
