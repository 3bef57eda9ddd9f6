package kr.dure.api.wallet;

import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Reference;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents pay, merchants give back. */
@RestController
@RequestMapping("/api/v1")
public final class PaymentResource {
    private final Counter counter;
    private final Lookup lookup;

    public PaymentResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /**
     * A payment of the caller's own wallet.
     *
     * @param reference the merchant's own word for it, as its QR code says
     */
    public record PaymentOrder(
            WalletId wallet,
            MerchantId merchant,
            Amount amount,
            @Nullable Reference reference) {}

    @DryRun
    @Refuses({
        "not-allowed",
        "wallet-unknown",
        "merchant-unknown",
        "merchant-suspended",
        "own-merchant",
        "wallet-frozen",
        "insufficient-balance"
    })
    @PostMapping("/payments")
    ResponseEntity<PaymentReceipt> pay(@RequestBody PaymentOrder order, Write write) {
        write.caller().mustOwn(order.wallet());
        var command = new PayMerchant(
                write.operation(),
                order.wallet(),
                order.merchant(),
                order.amount().won(),
                order.reference());
        var paid = counter.submit(write, command, MerchantPaid.class);
        var receipt = PaymentReceipt.of(paid);
        return Replies.created(paid, "/api/v1/payments/" + receipt.payment(), receipt);
    }

    @Refuses("payment-unknown")
    @GetMapping("/payments/{payment}")
    PaymentReceipt payment(@PathVariable OperationId payment, Caller caller) {
        var receipt = PaymentReceipt.of(seenBy(caller, payment));
        return caller.is(Role.MERCHANT) || caller.is(Role.CLERK) ? receipt.forMerchant() : receipt;
    }

    /** What a merchant gives back. */
    public record RefundOrder(Amount amount) {}

    @Refuses({
        "payment-unknown",
        "not-allowed",
        "refund-too-old",
        "refund-exceeds-payment",
        "merchant-funds-insufficient"
    })
    @PostMapping("/payments/{payment}/refunds")
    ResponseEntity<RefundReceipt> refund(
            @PathVariable OperationId payment, @RequestBody RefundOrder order, Write write) {
        var paid = seenBy(write.caller(), payment).fact();
        if (!write.caller().worksAt(paid.merchant())) {
            throw Problem.of("not-allowed");
        }
        var command =
                new RefundPayment(write.operation(), payment, order.amount().won());
        var refunded = counter.submit(write, command, PaymentRefunded.class);
        return Replies.created(refunded, "/api/v1/refunds/" + write.operation(), RefundReceipt.of(refunded));
    }

    @Refuses("not-found")
    @GetMapping("/refunds/{refund}")
    RefundReceipt refund(@PathVariable OperationId refund, Caller caller) {
        return RefundReceipt.of(
                lookup.find(refund, PaymentRefunded.class, fact -> caller.sees(fact.wallet(), fact.merchant())));
    }

    private Found<MerchantPaid> seenBy(Caller caller, OperationId payment) {
        return lookup.find(
                payment, MerchantPaid.class, paid -> caller.sees(paid.wallet(), paid.merchant()), "payment-unknown");
    }
}
