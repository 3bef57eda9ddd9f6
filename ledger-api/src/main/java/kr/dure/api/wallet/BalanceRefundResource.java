package kr.dure.api.wallet;

import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletCommand.RefundBalance;
import kr.dure.core.wallet.WalletEvent.BalanceRefunded;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was bought and not spent goes back as money, less the discount. */
@RestController
@RequestMapping("/api/v1")
public final class BalanceRefundResource {
    private final Counter counter;
    private final Lookup lookup;

    public BalanceRefundResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /**
     * @param amount what left the wallet
     * @param paid what of it is paid back in money; the rest was discount
     */
    public record BalanceRefundReceipt(
            String refund, String wallet, long amount, long paid, List<Part> pots, OffsetDateTime at, long position) {
        /** What one pot gave, and what its holder gets for that. */
        public record Part(long pot, long amount, long paid) {}

        static BalanceRefundReceipt of(Found<BalanceRefunded> found) {
            var refunded = found.fact();
            return new BalanceRefundReceipt(
                    refunded.refund().value(),
                    refunded.wallet().value(),
                    refunded.parts().stream()
                            .mapToLong(part -> part.amount().value())
                            .sum(),
                    refunded.paid().value(),
                    refunded.parts().stream()
                            .map(part -> new Part(
                                    part.pot(),
                                    part.amount().value(),
                                    part.paid().value()))
                            .toList(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "wallet-unknown", "wallet-frozen", "nothing-to-refund", "not-enough-spent"})
    @PostMapping("/wallets/{wallet}/balance-refund")
    ResponseEntity<BalanceRefundReceipt> refund(@PathVariable WalletId wallet, Write write) {
        write.caller().mustOwn(wallet);
        var refunded = counter.submit(write, new RefundBalance(write.operation(), wallet), BalanceRefunded.class);
        return Replies.created(
                refunded, "/api/v1/balance-refunds/" + write.operation(), BalanceRefundReceipt.of(refunded));
    }

    @Refuses("not-found")
    @GetMapping("/balance-refunds/{refund}")
    BalanceRefundReceipt refund(@PathVariable OperationId refund, Caller caller) {
        return BalanceRefundReceipt.of(lookup.find(refund, BalanceRefunded.class, fact -> caller.sees(fact.wallet())));
    }
}
