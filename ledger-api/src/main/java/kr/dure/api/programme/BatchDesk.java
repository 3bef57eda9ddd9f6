package kr.dure.api.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Approvals;
import kr.dure.api.approval.Proposal;
import kr.dure.api.approval.ProposalView;
import kr.dure.api.approval.Proposals;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.core.id.OperationId;
import org.springframework.http.ResponseEntity;

/** Takes batches in and shows them, whatever they pay. */
public final class BatchDesk {
    private final Proposals proposals;
    private final Approvals approvals;

    public BatchDesk(Proposals proposals, Approvals approvals) {
        this.proposals = proposals;
        this.approvals = approvals;
    }

    public <B> ResponseEntity<BatchView> propose(BatchKind<B> kind, B batch, Write write) {
        write.caller().mustBe(Role.OFFICER);
        var report = kind.check(batch);
        var proposal = proposals.propose(kind, batch, report, write);
        var view = view(kind, batch, proposal, write.rehearsal() ? report : report(proposal));
        return Replies.created(kind.path() + "/" + proposal.id(), view);
    }

    public <B> BatchView see(BatchKind<B> kind, OperationId id, Caller caller) {
        var proposal = approvals.see(kind, id, caller);
        return view(kind, proposals.content(proposal, kind.content()), proposal, report(proposal));
    }

    /** Row by row, with what is wrong. */
    public <B> void table(BatchKind<B> kind, OperationId id, Caller caller, HttpServletResponse response)
            throws IOException {
        var proposal = approvals.see(kind, id, caller);
        BatchCsv.write(
                kind.name() + "-" + id,
                kind.column(),
                kind.rows(proposals.content(proposal, kind.content())),
                report(proposal),
                response);
    }

    private BatchReport report(Proposal proposal) {
        return proposals.report(proposal, BatchReport.class).orElseThrow();
    }

    private static <B> BatchView view(BatchKind<B> kind, B batch, Proposal proposal, BatchReport report) {
        Function<Proposal.Outcome, OperationId> operation = Proposal.Outcome::operation;
        return new BatchView(
                kind.programme(batch).value(),
                ProposalView.of(proposal),
                report,
                proposal.outcome().map(operation).flatMap(kind::paid).orElse(null));
    }
}
