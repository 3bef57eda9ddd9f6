package kr.dure.api.pos;

import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.api.wallet.PaymentReceipt;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Reference;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletCommand.CaptureHold;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.PlaceHold;
import kr.dure.core.wallet.WalletCommand.VoidHold;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;
import kr.dure.core.wallet.WalletEvent.HoldVoided;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop takes money from whoever shows a code, at once or by a hold. */
@RestController
@RequestMapping(TillResource.PATH)
public final class TillResource {
    static final String PATH = "/api/v1/pos";
    static final String PAYMENTS = "/payments";
    static final String HOLDS = "/holds";
    static final String CAPTURE = "/holds/{hold}/capture";

    private final Counter counter;
    private final Lookup lookup;
    private final PaymentCodes codes;

    public TillResource(Counter counter, Lookup lookup, PaymentCodes codes) {
        this.counter = counter;
        this.lookup = lookup;
        this.codes = codes;
    }

    /**
     * A payment by whoever shows a code.
     *
     * @param reference the shop's own word for it, such as an order's number
     */
    public record CodePayment(
            Code code, Amount amount, @Nullable Reference reference) {}

    @Refuses({
        "not-allowed",
        "code-unusable",
        "wallet-unknown",
        "merchant-unknown",
        "merchant-suspended",
        "own-merchant",
        "wallet-frozen",
        "insufficient-balance"
    })
    @PostMapping(PAYMENTS)
    ResponseEntity<PaymentReceipt> pay(@RequestBody CodePayment payment, Write write) {
        var shop = write.caller().shop();
        var command = new PayMerchant(
                write.operation(),
                payer(payment.code(), write),
                shop,
                payment.amount().won(),
                payment.reference());
        return paid(counter.submit(write, command, MerchantPaid.class));
    }

    /** Money that is kept for a shop. */
    public record CodeHold(Code code, Amount amount) {}

    @Refuses({
        "not-allowed",
        "code-unusable",
        "wallet-unknown",
        "merchant-unknown",
        "merchant-suspended",
        "own-merchant",
        "wallet-frozen",
        "insufficient-balance"
    })
    @PostMapping(HOLDS)
    ResponseEntity<HoldReceipt> hold(@RequestBody CodeHold order, Write write) {
        var shop = write.caller().shop();
        var command = new PlaceHold(
                write.operation(),
                payer(order.code(), write),
                shop,
                order.amount().won());
        var placed = counter.submit(write, command, HoldPlaced.class);
        return Replies.created(placed, location(write.operation()), HoldReceipt.of(placed));
    }

    @Refuses("not-found")
    @GetMapping("/holds/{hold}")
    HoldReceipt hold(@PathVariable OperationId hold, Caller caller) {
        return HoldReceipt.of(
                lookup.find(hold, HoldPlaced.class, placed -> caller.sees(placed.wallet(), placed.merchant())));
    }

    /** @param amount what of the hold is taken; all of it if that is left out */
    public record Capture(@Nullable Amount amount) {}

    @Refuses({"hold-unknown", "hold-closed", "hold-lapsed", "capture-exceeds-hold"})
    @PostMapping(CAPTURE)
    ResponseEntity<PaymentReceipt> capture(@PathVariable OperationId hold, @RequestBody Capture capture, Write write) {
        var placed = own(hold, write.caller());
        var amount =
                capture.amount() == null ? placed.amount() : capture.amount().won();
        return paid(counter.submit(write, new CaptureHold(write.operation(), hold, amount), MerchantPaid.class));
    }

    @Refuses({"hold-unknown", "hold-closed", "hold-lapsed"})
    @PostMapping("/holds/{hold}/void")
    ResponseEntity<VoidReceipt> release(@PathVariable OperationId hold, Write write) {
        own(hold, write.caller());
        var voided = counter.submit(write, new VoidHold(hold), HoldVoided.class);
        return Replies.created(voided, location(hold), VoidReceipt.of(voided));
    }

    private HoldPlaced own(OperationId hold, Caller caller) {
        return lookup.find(hold, HoldPlaced.class, placed -> caller.worksAt(placed.merchant()), "hold-unknown")
                .fact();
    }

    private WalletId payer(Code code, Write write) {
        return codes.use(code.digits(), write.operation()).orElseThrow(() -> Problem.of("code-unusable"));
    }

    private static ResponseEntity<PaymentReceipt> paid(Found<MerchantPaid> paid) {
        var receipt = PaymentReceipt.of(paid).forMerchant();
        return Replies.created(paid, "/api/v1/payments/" + receipt.payment(), receipt);
    }

    private static String location(OperationId hold) {
        return PATH + HOLDS + "/" + hold;
    }
}
