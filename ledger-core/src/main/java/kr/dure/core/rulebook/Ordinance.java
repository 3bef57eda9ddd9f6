package kr.dure.core.rulebook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.ledger.SamePerson;
import kr.dure.core.rulebook.RuleBookCommand.AdoptVersion;
import kr.dure.core.rulebook.RuleBookEvent.VersionAdopted;
import kr.dure.core.rulebook.RuleBookRefusal.NoSuchRule;
import kr.dure.core.rulebook.RuleBookRefusal.NothingChanges;
import kr.dure.core.rulebook.RuleBookRefusal.RuleOutOfRange;
import kr.dure.core.rulebook.RuleBookRefusal.RulesNotAhead;
import kr.dure.core.rulebook.RuleBookRefusal.RulesOutOfOrder;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What the issuer adopts. What others need to know of it stands in the {@link RuleBook}. */
@AggregateRoot
public class Ordinance {
    @AggregateIdentifier
    private @Nullable RuleBookId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(AdoptVersion adopt, Moment now, RuleBook book) {
        if (adopt.proposedBy().equals(adopt.approvedBy())) {
            return new SamePerson(adopt.approvedBy());
        }
        var no = refusalOf(adopt.changes());
        if (no == null) {
            no = refusalOf(adopt.from(), now.date(), book);
        }
        if (no != null) {
            return no;
        }
        apply(new VersionAdopted(
                book.newest().version() + 1, adopt.from(), adopt.changes(), adopt.proposedBy(), adopt.approvedBy()));
        return Outcome.ACCEPTED;
    }

    private static @Nullable Refusal refusalOf(RuleChanges changes) {
        if (changes.rules().isEmpty()) {
            return new NothingChanges();
        }
        @Nullable Refusal outOfRange = null;
        for (var unfit : changes.unfit()) {
            if (unfit.range() == null) {
                return new NoSuchRule(unfit.rule());
            }
            outOfRange = outOfRange == null ? new RuleOutOfRange(unfit.rule(), unfit.range()) : outOfRange;
        }
        return outOfRange;
    }

    /** Why a day is none from which new rules can be in force, asked on another day; null if it is one. */
    public static @Nullable Refusal refusalOf(LocalDate from, LocalDate today, RuleBook book) {
        if (!from.isAfter(today)) {
            return new RulesNotAhead(from, today);
        }
        return from.isBefore(book.latestFrom()) ? new RulesOutOfOrder(from, book.latestFrom()) : null;
    }

    @EventSourcingHandler
    void on(VersionAdopted adopted) {
        id = RuleBookId.THE_RULE_BOOK;
    }
}
