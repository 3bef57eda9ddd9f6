package kr.dure.api.merchant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Approvals;
import kr.dure.api.approval.Proposal;
import kr.dure.api.approval.ProposalView;
import kr.dure.api.approval.Proposals;
import kr.dure.api.approval.State;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.merchant.MerchantDesk.NewMerchant;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shops apply: their owners, who are residents here, or for them an officer or an operator. An application is a proposal,
 * approved or rejected as every other.
 */
@RestController
@RequestMapping(ApplicationResource.PATH)
public final class ApplicationResource {
    static final String PATH = "/api/v1/merchant-applications";
    /** Act 7. */
    private static final int DAYS_TO_DECIDE = 7;

    private static final int MOST_OPEN = 3;

    private final MerchantApplications kind;
    private final Proposals proposals;
    private final Approvals approvals;
    private final Clock clock;

    public ApplicationResource(MerchantApplications kind, Proposals proposals, Approvals approvals, Clock clock) {
        this.kind = kind;
        this.proposals = proposals;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * An application.
     *
     * @param dueOn the last day on which it can be decided (Act 7)
     * @param overdue whether that day has passed and it is still open
     */
    public record ApplicationView(
            @JsonUnwrapped ProposalView proposal, NewMerchant application, LocalDate dueOn, boolean overdue) {}

    @DryRun
    @Refuses({"not-allowed", "too-many-open"})
    @PostMapping
    ResponseEntity<ApplicationView> apply(@RequestBody NewMerchant application, Write write) {
        requireOwn(application, write.caller());
        boolean another = proposals.find(write.operation()).isEmpty();
        if (another && write.caller().is(Role.RESIDENT) && proposals.countOpen(kind, write.caller()) >= MOST_OPEN) {
            throw Problem.of("too-many-open");
        }
        application.command();
        var proposal = proposals.propose(kind, application, null, write);
        return Replies.created(PATH + "/" + proposal.id(), view(proposal, application));
    }

    /** Residents apply for their own shop, and for nobody else. */
    private static void requireOwn(NewMerchant application, Caller caller) {
        var owners = application.owners();
        boolean own = owners != null && owners.size() == 1 && caller.owns(owners.getFirst());
        if (!own) {
            caller.mustBe(Role.OFFICER, Role.OPERATOR);
        }
    }

    /** The oldest first: those that are due first. */
    @GetMapping
    Page<ApplicationView> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        var found = proposals.page(state == null ? null : State.of(state), kind.name(), caller, cursor);
        var contents = proposals.contents(found, kind);
        return Page.after(
                found,
                proposal -> view(proposal, Objects.requireNonNull(contents.get(proposal.id()))),
                proposal -> proposal.id().value());
    }

    @Refuses("not-found")
    @GetMapping("/{application}")
    ApplicationView one(@PathVariable OperationId application, Caller caller) {
        var proposal = approvals.see(kind, application, caller);
        return view(proposal, proposals.content(proposal, NewMerchant.class));
    }

    private ApplicationView view(Proposal proposal, NewMerchant application) {
        var dueOn = new Moment(proposal.proposedAt()).date().plusDays(DAYS_TO_DECIDE);
        boolean overdue =
                proposal.isOpen() && new Moment(clock.instant()).date().isAfter(dueOn);
        return new ApplicationView(ProposalView.of(proposal), application, dueOn, overdue);
    }
}
