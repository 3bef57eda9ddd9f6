package kr.dure.api.approval;

import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Name;
import kr.dure.api.http.Page;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What waits for a second person, and what became of it. */
@RestController
@RequestMapping(ProposalResource.PATH)
public final class ProposalResource {
    static final String PATH = "/api/v1/proposals";

    private final Proposals proposals;
    private final Approvals approvals;

    public ProposalResource(Proposals proposals, Approvals approvals) {
        this.proposals = proposals;
        this.approvals = approvals;
    }

    /** 201: it is proposed, and waits. */
    public static ResponseEntity<ProposalView> proposed(Proposal proposal) {
        return Replies.created(location(proposal), ProposalView.of(proposal));
    }

    private static String location(Proposal proposal) {
        return PATH + "/" + proposal.id();
    }

    /** The oldest first. */
    @GetMapping
    Page<ProposalView> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        var page = proposals.page(state == null ? null : State.of(state), kind, caller, cursor);
        return Page.after(page, ProposalView::of, proposal -> proposal.id().value());
    }

    @Refuses("not-found")
    @GetMapping("/{proposal}")
    ProposalView one(@PathVariable OperationId proposal, Caller caller) {
        var seen = approvals.see(proposal, caller);
        return ProposalView.of(seen, proposals.content(seen, JsonNode.class));
    }

    /** @param digest that of the very thing that the approver has read */
    public record Approval(Name digest) {}

    @DryRun
    @Refuses({
        "not-found",
        "not-allowed",
        "digest-mismatch",
        "same-person",
        "beneficiary",
        "proposal-not-open",
        "programme-unknown",
        "wrong-kind",
        "wallet-unknown",
        "not-a-resident",
        "monthly-cap",
        "budget-exhausted",
        "not-an-institution",
        "insufficient-fund",
        "merchant-exists",
        "out-of-district",
        "excluded-trade",
        "nothing-changes",
        "no-such-rule",
        "rule-out-of-range",
        "rules-not-ahead",
        "rules-out-of-order"
    })
    @Answers(placed = true)
    @PostMapping("/{proposal}/approval")
    ResponseEntity<ProposalView> approve(
            @PathVariable OperationId proposal, @RequestBody Approval approval, Write write) {
        var seen = approvals.see(proposal, write.caller());
        return approved(approvals.approve(seen, approval.digest().value(), write));
    }

    /** 201: the ledger has done it, or, of one that was only tried, would have. */
    public static ResponseEntity<ProposalView> approved(Proposal proposal) {
        long position = proposal.outcome().orElseThrow().position();
        return Replies.created(position, location(proposal), ProposalView.of(proposal));
    }

    /** @param rule must be there for kinds that have such rules, and for no other */
    public record Rejection(Name reason, @Nullable Name rule) {}

    @DryRun
    @Refuses({"not-found", "not-allowed", "same-person", "proposal-not-open"})
    @PostMapping("/{proposal}/rejection")
    ProposalView reject(@PathVariable OperationId proposal, @RequestBody Rejection rejection, Write write) {
        var seen = approvals.see(proposal, write.caller());
        var rule = rejection.rule();
        var grounds = new Grounds(
                rule == null ? null : rule.value(), rejection.reason().value());
        return ProposalView.of(approvals.reject(seen, grounds, write));
    }

    @DryRun
    @Refuses({"not-found", "not-allowed", "proposal-not-open"})
    @PostMapping("/{proposal}/withdrawal")
    ProposalView withdraw(@PathVariable OperationId proposal, Write write) {
        return ProposalView.of(approvals.withdraw(approvals.see(proposal, write.caller()), write));
    }
}
