package kr.dure.api.fund;

import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Agreement;
import kr.dure.api.approval.Kind;
import kr.dure.api.fund.DisbursementResource.Disbursement;
import kr.dure.core.fund.FundCommand.SpendFund;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;

/** A manager proposes to spend from the fund; an officer or another manager approves. */
public final class Disbursements implements Kind<Disbursement> {
    @Override
    public String name() {
        return "fund-disbursement";
    }

    @Override
    public Class<Disbursement> content() {
        return Disbursement.class;
    }

    @Override
    public Set<Role> approvers() {
        return Set.of(Role.OFFICER, Role.MANAGER);
    }

    @Override
    public Stream<WalletId> beneficiaries(Disbursement disbursement) {
        return Stream.of(disbursement.wallet());
    }

    @Override
    public Command command(Disbursement disbursement, Agreement agreement) {
        return new SpendFund(
                agreement.operation(),
                disbursement.account(),
                disbursement.wallet(),
                disbursement.amount().won(),
                agreement.proposedBy(),
                agreement.approvedBy());
    }
}
