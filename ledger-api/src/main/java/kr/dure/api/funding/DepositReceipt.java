package kr.dure.api.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingEvent.BackReason;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import org.jspecify.annotations.Nullable;

/**
 * A deposit that was taken.
 *
 * @param charge that it named, if there is such a one
 * @param charged what of it bought local currency
 * @param back what of it goes back, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepositReceipt(
        String deposit,
        long amount,
        @Nullable String charge,
        long charged,
        long back,
        @Nullable BackReason reason,
        OffsetDateTime at,
        long position) {
    static DepositReceipt of(Found<DepositTaken> found) {
        var taken = found.fact();
        return new DepositReceipt(
                taken.deposit().value(),
                taken.amount().value(),
                taken.charge() == null ? null : taken.charge().value(),
                taken.charged().value(),
                taken.back().value(),
                taken.reason(),
                Times.korean(found.at()),
                found.position());
    }
}
