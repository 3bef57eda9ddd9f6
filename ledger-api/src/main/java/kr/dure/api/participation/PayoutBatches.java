package kr.dure.api.participation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Agreement;
import kr.dure.api.http.Times;
import kr.dure.api.log.Facts;
import kr.dure.api.programme.BatchKind;
import kr.dure.api.programme.BatchReport;
import kr.dure.api.programme.BatchView.Paid;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Command;
import kr.dure.core.participation.ParticipationCommand;
import kr.dure.core.participation.ParticipationCommand.PayOut;
import kr.dure.core.participation.ParticipationEvent.PayoutApproved;

/** One officer submits a payout batch, another approves it. */
public final class PayoutBatches implements BatchKind<PayoutBatch> {
    private final PayoutCheck check;
    private final Facts facts;

    public PayoutBatches(PayoutCheck check, Facts facts) {
        this.check = check;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "payout-batch";
    }

    @Override
    public String path() {
        return "/api/v1/payout-batches";
    }

    @Override
    public String column() {
        return "시간(분)";
    }

    @Override
    public Class<PayoutBatch> content() {
        return PayoutBatch.class;
    }

    @Override
    public Set<Role> approvers() {
        return Set.of(Role.OFFICER);
    }

    @Override
    public ProgrammeId programme(PayoutBatch batch) {
        return batch.programme();
    }

    @Override
    public Stream<Row> rows(PayoutBatch batch) {
        return batch.items().stream()
                .map(item -> new Row(item.wallet(), item.minutes().value()));
    }

    @Override
    public BatchReport check(PayoutBatch batch) {
        return check.of(batch);
    }

    @Override
    public Command command(PayoutBatch batch, Agreement agreement) {
        return new PayOut(
                agreement.operation(),
                batch.programme(),
                agreement.proposedBy(),
                agreement.approvedBy(),
                batch.items().stream()
                        .map(item -> new ParticipationCommand.Item(
                                item.wallet(), item.minutes().value()))
                        .toList());
    }

    @Override
    public Optional<Paid> paid(OperationId operation) {
        return facts.operation(operation, PayoutApproved.class)
                .map(found ->
                        new Paid(found.fact().items(), found.fact().total().value(), Times.korean(found.at())));
    }
}
