package kr.dure.api.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingEvent.ChargeRequested;

/**
 * A charge, in won.
 *
 * @param amount what the wallet gets
 * @param toPay what that costs: to be paid in one deposit that names the {@code reference}
 * @param payBefore when the offer ends
 * @param position of its latest event in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChargeView(
        String charge,
        String wallet,
        long amount,
        long toPay,
        String reference,
        OffsetDateTime payBefore,
        Status status,
        OffsetDateTime at,
        long position) {

    /** What became of it. */
    public enum Status {
        /** It waits for its money. */
        REQUESTED,
        /** Nobody has paid in time. */
        LAPSED,
        /** It was paid, and the wallet has it. */
        FUNDED,
        /** It was undone, and the money goes back. */
        CANCELLED,
        /** The bank has taken the money back. */
        REVERSED
    }

    static ChargeView requested(Found<ChargeRequested> found, Instant now) {
        boolean lapsed = !now.isBefore(found.fact().payBefore());
        return of(found.fact(), lapsed ? Status.LAPSED : Status.REQUESTED, found);
    }

    static ChargeView of(ChargeRequested request, Status status, Found<?> latest) {
        return new ChargeView(
                request.charge().value(),
                request.wallet().value(),
                request.amount().value(),
                request.toPay().value(),
                request.reference(),
                Times.korean(request.payBefore()),
                status,
                Times.korean(latest.at()),
                latest.position());
    }
}
