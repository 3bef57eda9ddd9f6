package kr.dure.api.fund;

import kr.dure.api.access.Role;
import kr.dure.api.approval.ProposalResource;
import kr.dure.api.approval.ProposalView;
import kr.dure.api.approval.Proposals;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Amount;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Write;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.WalletId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fund is spent, by two people. */
@RestController
@RequestMapping("/api/v1/fund/disbursements")
public final class DisbursementResource {
    private final Proposals proposals;
    private final Disbursements disbursements;

    public DisbursementResource(Proposals proposals, Disbursements disbursements) {
        this.proposals = proposals;
        this.disbursements = disbursements;
    }

    /**
     * Money for a project.
     *
     * @param account {@code city}, or the name of a dong
     * @param wallet an institution's
     */
    public record Disbursement(FundAccount account, WalletId wallet, Amount amount) {}

    @DryRun
    @Refuses("not-allowed")
    @PostMapping
    ResponseEntity<ProposalView> propose(@RequestBody Disbursement disbursement, Write write) {
        write.caller().mustBe(Role.MANAGER);
        return ProposalResource.proposed(proposals.propose(disbursements, disbursement, null, write));
    }
}
