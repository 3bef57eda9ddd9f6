package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.PotUse;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import org.jspecify.annotations.Nullable;

/**
 * A payment, in won.
 *
 * @param pots what it was paid from, in order; for the wallet's holder
 * @param cashback what came back to the wallet; for its holder
 * @param contribution what the merchant gave to the fund of its dong
 * @param reference the merchant's own word for it
 * @param position its place in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentReceipt(
        String payment,
        String wallet,
        String merchant,
        long amount,
        @Nullable List<Part> pots,
        @Nullable Long cashback,
        long contribution,
        @Nullable String reference,
        OffsetDateTime at,
        long position) {

    /** What one pot gave, or got back. */
    public record Part(long pot, PotKind kind, long amount) {
        static Part of(PotUse use) {
            return new Part(use.pot(), use.kind(), use.amount().value());
        }
    }

    public static PaymentReceipt of(Found<MerchantPaid> found) {
        var paid = found.fact();
        var cashback = paid.cashback();
        return new PaymentReceipt(
                paid.payment().value(),
                paid.wallet().value(),
                paid.merchant().value(),
                paid.amount().value(),
                paid.from().stream().map(Part::of).toList(),
                cashback == null ? 0 : cashback.residentPart().value(),
                paid.contribution().value(),
                paid.reference() == null ? null : paid.reference().value(),
                Times.korean(found.at()),
                found.position());
    }

    /** What the merchant may know of it. */
    public PaymentReceipt forMerchant() {
        return new PaymentReceipt(payment, wallet, merchant, amount, null, null, contribution, reference, at, position);
    }
}
