package kr.dure.api.merchant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.id.MerchantId;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shop.
 *
 * @param id the payment, refund or hold by which it is found; the day of a batch; none of what happens to the shop itself
 * @param payment that was refunded
 * @param hold that was captured
 * @param wallet on the other side
 * @param amount in won
 * @param reference the shop's own word for the payment
 * @param position its place in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopEvent(
        OffsetDateTime at,
        ShopEventKind kind,
        String merchant,
        @Nullable String id,
        @Nullable String payment,
        @Nullable String hold,
        @Nullable String wallet,
        @Nullable Long amount,
        @Nullable String reference,
        long position) {
    static ShopEvent of(Found<?> found, ShopEventKind kind, MerchantId merchant, @Nullable String id) {
        return new ShopEvent(
                Times.korean(found.at()), kind, merchant.value(), id, null, null, null, null, null, found.position());
    }

    ShopEvent worth(Won won) {
        return new ShopEvent(at, kind, merchant, id, payment, hold, wallet, won.value(), reference, position);
    }

    ShopEvent with(String other) {
        return new ShopEvent(at, kind, merchant, id, payment, hold, other, amount, reference, position);
    }

    ShopEvent ofPayment(String refunded) {
        return new ShopEvent(at, kind, merchant, id, refunded, hold, wallet, amount, reference, position);
    }

    ShopEvent ofHold(String captured) {
        return new ShopEvent(at, kind, merchant, id, payment, captured, wallet, amount, reference, position);
    }

    ShopEvent under(String word) {
        return new ShopEvent(at, kind, merchant, id, payment, hold, wallet, amount, word, position);
    }
}
