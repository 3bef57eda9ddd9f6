package kr.dure.api.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Agreement;
import kr.dure.api.http.Times;
import kr.dure.api.log.Facts;
import kr.dure.api.policy.GrantList.Item;
import kr.dure.api.programme.BatchCheck;
import kr.dure.api.programme.BatchKind;
import kr.dure.api.programme.BatchReport;
import kr.dure.api.programme.BatchReport.RowProblem;
import kr.dure.api.programme.BatchView.Paid;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Command;
import kr.dure.core.policy.PolicyCommand;
import kr.dure.core.policy.PolicyCommand.GrantToMany;
import kr.dure.core.policy.PolicyEvent.GrantsApproved;
import kr.dure.core.programme.ProgrammeKind;

/** One officer submits a batch of grants, another approves it. */
public final class GrantBatches implements BatchKind<GrantList> {
    private final BatchCheck check;
    private final Facts facts;

    public GrantBatches(BatchCheck check, Facts facts) {
        this.check = check;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "grant-batch";
    }

    @Override
    public String path() {
        return "/api/v1/grant-batches";
    }

    @Override
    public String column() {
        return "금액(원)";
    }

    @Override
    public Class<GrantList> content() {
        return GrantList.class;
    }

    @Override
    public Set<Role> approvers() {
        return Set.of(Role.OFFICER);
    }

    @Override
    public ProgrammeId programme(GrantList list) {
        return list.programme();
    }

    @Override
    public Stream<Row> rows(GrantList list) {
        return list.items().stream()
                .map(item -> new Row(item.wallet(), item.amount().value()));
    }

    @Override
    public BatchReport check(GrantList list) {
        check.terms(list.programme(), ProgrammeKind.POLICY);
        var holders = check.holders(list.items().stream().map(Item::wallet).toList());
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            var wallet = list.items().get(i).wallet();
            if (!holders.containsKey(wallet)) {
                problems.add(new RowProblem(i + 1, wallet.value(), "wallet-unknown"));
            }
        }
        long total =
                list.items().stream().mapToLong(item -> item.amount().value()).sum();
        return check.report(list.programme(), list.items().size(), total, problems);
    }

    @Override
    public Command command(GrantList list, Agreement agreement) {
        return new GrantToMany(
                agreement.operation(),
                list.programme(),
                agreement.proposedBy(),
                agreement.approvedBy(),
                list.items().stream()
                        .map(item -> new PolicyCommand.Item(
                                item.wallet(), item.amount().won()))
                        .toList());
    }

    @Override
    public Optional<Paid> paid(OperationId operation) {
        return facts.operation(operation, GrantsApproved.class)
                .map(found ->
                        new Paid(found.fact().items(), found.fact().total().value(), Times.korean(found.at())));
    }
}
