package kr.dure.api.wallet;

import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.api.wallet.PaymentReceipt.Part;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletCommand.SendGift;
import kr.dure.core.wallet.WalletEvent.GiftSent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents give to each other. */
@RestController
@RequestMapping("/api/v1/gifts")
public final class GiftResource {
    private final Counter counter;
    private final Lookup lookup;

    public GiftResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /** A gift from the caller's own wallet. */
    public record GiftOrder(WalletId from, WalletId to, Amount amount) {}

    /** @param pots what it was taken from, in order */
    public record GiftReceipt(
            String gift, String from, String to, long amount, List<Part> pots, OffsetDateTime at, long position) {
        static GiftReceipt of(Found<GiftSent> found) {
            var sent = found.fact();
            return new GiftReceipt(
                    sent.gift().value(),
                    sent.wallet().value(),
                    sent.to().value(),
                    sent.amount().value(),
                    sent.from().stream().map(Part::of).toList(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({
        "not-allowed",
        "wallet-unknown",
        "same-wallet",
        "not-a-resident",
        "wallet-frozen",
        "insufficient-balance",
        "gift-receive-limit",
        "holding-limit"
    })
    @PostMapping
    ResponseEntity<GiftReceipt> give(@RequestBody GiftOrder order, Write write) {
        write.caller().mustOwn(order.from());
        var command = new SendGift(
                write.operation(), order.from(), order.to(), order.amount().won());
        var sent = counter.submit(write, command, GiftSent.class);
        return Replies.created(sent, "/api/v1/gifts/" + write.operation(), GiftReceipt.of(sent));
    }

    /** Who received it has it on their statement; what it was taken from is the giver's own matter. */
    @Refuses("not-found")
    @GetMapping("/{gift}")
    GiftReceipt gift(@PathVariable OperationId gift, Caller caller) {
        return GiftReceipt.of(lookup.find(gift, GiftSent.class, fact -> caller.sees(fact.wallet())));
    }
}
