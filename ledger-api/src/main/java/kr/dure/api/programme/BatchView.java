package kr.dure.api.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import kr.dure.api.approval.ProposalView;
import kr.dure.api.contract.Called;
import org.jspecify.annotations.Nullable;

/**
 * A batch of payments, which is a proposal, with what was found when it was looked through.
 *
 * @param paid once it is approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Called("PaymentBatch")
public record BatchView(
        String programme,
        @JsonUnwrapped ProposalView proposal,
        BatchReport report,
        @Nullable Paid paid) {

    /** @param total in won */
    public record Paid(int rows, long total, OffsetDateTime at) {}
}
