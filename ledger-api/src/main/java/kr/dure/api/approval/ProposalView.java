package kr.dure.api.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal as people see it.
 *
 * @param digest over which whoever approves it does so
 * @param refusal why the ledger refused the latest approval; it may be approved again
 * @param rule by which it was rejected
 * @param operation what came of it in the ledger
 * @param position of that in the log
 * @param content what it says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        String proposal,
        String kind,
        String digest,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String refusal,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String rule,
        @Nullable String reason,
        @Nullable String operation,
        @Nullable Long position,
        @Nullable JsonNode content) {
    public static ProposalView of(Proposal proposal) {
        return of(proposal, null);
    }

    static ProposalView of(Proposal proposal, @Nullable JsonNode content) {
        var decision = proposal.decision();
        var outcome = proposal.outcome().orElse(null);
        return new ProposalView(
                proposal.id().value(),
                proposal.kind(),
                proposal.digest(),
                proposal.state(),
                proposal.proposedBy().client(),
                Times.korean(proposal.proposedAt()),
                proposal.refusal(),
                decision == null ? null : decision.by().client(),
                decision == null ? null : Times.korean(decision.at()),
                decision == null ? null : decision.rule(),
                decision == null ? null : decision.reason(),
                outcome == null ? null : outcome.operation().value(),
                outcome == null ? null : outcome.position(),
                content);
    }
}
