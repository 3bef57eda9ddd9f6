package kr.dure.api.pos;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;
import kr.dure.core.reversal.ReversalEvent.OperationForbidden;
import kr.dure.core.wallet.WalletEvent.HoldVoided;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request that a terminal wanted undone.
 *
 * @param key the request's own
 * @param payment that was refunded
 * @param hold that was voided
 * @param amount what of it went back, in won
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReversalReceipt(
        String key,
        Outcome outcome,
        @Nullable String payment,
        @Nullable String hold,
        @Nullable Long amount,
        @Nullable OffsetDateTime at,
        @Nullable Long position) {

    /** How it stands now, for good. */
    public enum Outcome {
        /** It had paid, and that was given back. */
        REFUNDED,
        /** It had placed a hold, and that was given up. */
        VOIDED,
        /** It had not come, and will be refused if it comes. */
        FORBIDDEN,
        /** It had been refused, or was given back before. */
        NOTHING_TO_UNDO
    }

    static ReversalReceipt refunded(String key, Found<PaymentRefunded> refunded) {
        var fact = refunded.fact();
        return of(key, Outcome.REFUNDED, fact.payment(), null, fact.amount(), refunded);
    }

    static ReversalReceipt voided(String key, Found<HoldVoided> voided) {
        var fact = voided.fact();
        return of(key, Outcome.VOIDED, null, fact.hold(), fact.amount(), voided);
    }

    static ReversalReceipt forbidden(String key, Found<OperationForbidden> forbidden) {
        return of(key, Outcome.FORBIDDEN, null, null, null, forbidden);
    }

    static ReversalReceipt nothing(String key) {
        return new ReversalReceipt(key, Outcome.NOTHING_TO_UNDO, null, null, null, null, null);
    }

    private static ReversalReceipt of(
            String key,
            Outcome outcome,
            @Nullable OperationId payment,
            @Nullable OperationId hold,
            @Nullable Won amount,
            Found<?> found) {
        return new ReversalReceipt(
                key,
                outcome,
                payment == null ? null : payment.value(),
                hold == null ? null : hold.value(),
                amount == null ? null : amount.value(),
                Times.korean(found.at()),
                found.position());
    }
}
