package kr.dure.core.genesis;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import kr.dure.core.genesis.GenesisCommand.OpenLedger;
import kr.dure.core.genesis.GenesisEvent.ExpirySwept;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.GenesisRefusal.LedgerExists;
import kr.dure.core.ledger.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The ledger itself. */
@AggregateRoot
public class Ledger {
    @AggregateIdentifier
    private LedgerId id = LedgerId.THE_LEDGER;

    private @Nullable LedgerKind kind;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(OpenLedger open) {
        if (kind != null) {
            return new LedgerExists(kind);
        }
        apply(new LedgerOpened(open.kind(), open.keyFingerprint()));
        return Outcome.ACCEPTED;
    }

    /** Records that expired money was swept out of some wallets. */
    public void sweep(LocalDate today, int wallets) {
        apply(new ExpirySwept(today, wallets));
    }

    @EventSourcingHandler
    void on(LedgerOpened opened) {
        kind = opened.kind();
    }
}
