package kr.dure.api.wallet;

import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;

/**
 * A refund, in won.
 *
 * @param refunded all of the payment's refunds together, this one included
 * @param contributionBack what the fund gave back to the merchant
 */
public record RefundReceipt(
        String refund,
        String payment,
        String wallet,
        String merchant,
        long amount,
        long refunded,
        long contributionBack,
        OffsetDateTime at,
        long position) {
    static RefundReceipt of(Found<PaymentRefunded> found) {
        var refund = found.fact();
        return new RefundReceipt(
                refund.refund().value(),
                refund.payment().value(),
                refund.wallet().value(),
                refund.merchant().value(),
                refund.amount().value(),
                refund.refundedSoFar().value(),
                refund.contributionBack().value(),
                Times.korean(found.at()),
                found.position());
    }
}
