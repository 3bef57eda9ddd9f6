package kr.dure.api.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.approval.ProposalResource;
import kr.dure.api.approval.ProposalView;
import kr.dure.api.approval.Proposals;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.FieldError;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.ledger.Moment;
import kr.dure.core.rulebook.Ordinance;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.rulebook.RuleBookEvent.VersionAdopted;
import kr.dure.core.rulebook.RuleBookId;
import kr.dure.core.rulebook.RuleChanges;
import kr.dure.core.rulebook.Rules;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force, those to come, and how they change. */
@RestController
@RequestMapping("/api/v1/rule-book")
public final class RuleBookResource {
    private static final int LAST_YEAR = 2199;

    private final Facts facts;
    private final Proposals proposals;
    private final RuleBookVersions versions;
    private final Clock clock;

    public RuleBookResource(Facts facts, Proposals proposals, RuleBookVersions versions, Clock clock) {
        this.facts = facts;
        this.proposals = proposals;
        this.versions = versions;
        this.clock = clock;
    }

    /** Rules, and the day from which they are in force. */
    public record InForce(LocalDate from, Rules rules) {}

    /** A version as it was adopted. */
    public record Adopted(
            int version,
            LocalDate from,
            RuleChanges rules,
            String proposedBy,
            String approvedBy,
            OffsetDateTime adoptedAt,
            long position) {
        static Adopted of(Found<VersionAdopted> found) {
            var version = found.fact();
            return new Adopted(
                    version.version(),
                    version.from(),
                    version.changes(),
                    version.proposedBy().value(),
                    version.approvedBy().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    /**
     * The rule book.
     *
     * @param inForce today (KST)
     * @param coming the whole rules of each day to come on which they change
     * @param adopted every version that the issuer has adopted, the oldest first
     */
    public record RuleBookView(LocalDate today, InForce inForce, List<InForce> coming, List<Adopted> adopted) {}

    @GetMapping
    RuleBookView book(Caller caller) {
        var adopted = adopted();
        var book = book(adopted);
        var today = today();
        var now = book.versions().floorEntry(today);
        List<InForce> coming = new ArrayList<>();
        book.versions().tailMap(today, false).forEach((from, rules) -> coming.add(new InForce(from, rules)));
        return new RuleBookView(
                today,
                new InForce(now.getKey(), now.getValue()),
                coming,
                adopted.stream().map(Adopted::of).toList());
    }

    @DryRun
    @Refuses({"not-allowed", "rules-not-ahead", "rules-out-of-order"})
    @PostMapping("/versions")
    ResponseEntity<ProposalView> propose(@RequestBody RuleBookVersion version, Write write) {
        write.caller().mustBe(RuleBookVersions.STAFF);
        requireFit(version);
        var refusal = Ordinance.refusalOf(version.from(), today(), book(adopted()));
        if (refusal != null && proposals.find(write.operation()).isEmpty()) {
            throw Problem.of(refusal.code());
        }
        return ProposalResource.proposed(proposals.propose(versions, version, null, write));
    }

    private static void requireFit(RuleBookVersion version) {
        List<FieldError> errors = new ArrayList<>();
        if (version.from().getYear() > LAST_YEAR) {
            errors.add(new FieldError("/from", "is a day up to the year " + LAST_YEAR));
        }
        if (version.rules().rules().isEmpty()) {
            errors.add(new FieldError("/rules", "has at least one rule"));
        }
        for (var unfit : version.rules().unfit()) {
            String why = unfit.range() == null ? "is no rule of the book" : unfit.range();
            errors.add(FieldError.in("/rules", unfit.rule(), why));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private LocalDate today() {
        return new Moment(clock.instant()).date();
    }

    private List<Found<VersionAdopted>> adopted() {
        return facts.stream(RuleBookId.THE_RULE_BOOK, VersionAdopted.class);
    }

    private static RuleBook book(List<Found<VersionAdopted>> adopted) {
        var book = RuleBook.byDefault();
        adopted.forEach(found -> book.fold(found.fact(), found.at()));
        return book;
    }
}
