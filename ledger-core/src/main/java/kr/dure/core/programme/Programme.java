package kr.dure.core.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.programme.ProgrammeRefusal.ProgrammeExists;
import kr.dure.core.programme.ProgrammeRefusal.WageNotAllowed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A programme's opening. What others need to know of it stands in {@link Programmes}. */
@AggregateRoot
public class Programme {
    @AggregateIdentifier
    private @Nullable ProgrammeId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(OpenProgramme open) {
        if (id != null) {
            return new ProgrammeExists(open.programme());
        }
        if (open.terms().basis() == Basis.WAGE) {
            return new WageNotAllowed(open.programme());
        }
        apply(new ProgrammeOpened(open.programme(), open.terms()));
        return Outcome.ACCEPTED;
    }

    @EventSourcingHandler
    void on(ProgrammeOpened opened) {
        id = opened.programme();
    }
}
