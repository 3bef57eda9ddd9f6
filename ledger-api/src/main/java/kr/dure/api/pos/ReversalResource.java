package kr.dure.api.pos;

import java.util.List;
import java.util.Optional;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Counter;
import kr.dure.api.http.IdempotencyKey;
import kr.dure.api.http.Write;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Subject;
import kr.dure.core.money.Won;
import kr.dure.core.reversal.ReversalEvent.OperationForbidden;
import kr.dure.core.vault.KeyedHash;
import kr.dure.core.wallet.WalletCommand.RefundPayment;
import kr.dure.core.wallet.WalletCommand.VoidHold;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;
import kr.dure.core.wallet.WalletEvent.HoldVoided;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import kr.dure.core.wallet.WalletEvent.PaymentRefunded;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A terminal that got no answer has its request undone, or forbidden if it should still come. */
@RestController
public final class ReversalResource {
    private static final List<String> ROUTES = List.of(
            TillResource.PATH + TillResource.PAYMENTS,
            TillResource.PATH + TillResource.HOLDS,
            TillResource.PATH + TillResource.CAPTURE);

    private final Counter counter;
    private final AnswerBook answers;
    private final Facts facts;
    private final KeyedHash hash;

    public ReversalResource(Counter counter, AnswerBook answers, Facts facts, KeyedHash hash) {
        this.counter = counter;
        this.answers = answers;
        this.facts = facts;
        this.hash = hash;
    }

    /** @param key with which the terminal sent a payment, a hold or a capture */
    public record Reversal(IdempotencyKey key) {}

    @Answers(status = 200)
    @Refuses({
        "not-allowed",
        "payment-unknown",
        "refund-too-old",
        "refund-exceeds-payment",
        "merchant-funds-insufficient",
        "hold-unknown",
        "hold-closed",
        "hold-lapsed"
    })
    @PostMapping(TillResource.PATH + "/reversals")
    ResponseEntity<ReversalReceipt> reverse(@RequestBody Reversal reversal, Write write) {
        write.caller().shop();
        answers.claim(write);
        String key = reversal.key().value();
        return ResponseEntity.ok(earlier(key, write).or(() -> undo(key, write)).orElseGet(() -> {
            var forbidden = forbid(key, write.caller());
            // what has come in the meantime is undone after all
            return forbidden.size() == ROUTES.size()
                    ? ReversalReceipt.forbidden(key, forbidden.getFirst())
                    : undo(key, write).orElseGet(() -> ReversalReceipt.nothing(key));
        }));
    }

    /** What this very request did when it came before. */
    private Optional<ReversalReceipt> earlier(String key, Write write) {
        return facts.operation(write.operation(), LedgerEvent.class)
                .flatMap(found -> found.as(PaymentRefunded.class)
                        .map(refunded -> ReversalReceipt.refunded(key, refunded))
                        .or(() -> found.as(HoldVoided.class).map(voided -> ReversalReceipt.voided(key, voided))));
    }

    private Optional<ReversalReceipt> undo(String key, Write write) {
        for (OperationId operation : operations(key, write.caller())) {
            var done = facts.operation(operation, WalletEvent.class).map(Found::fact);
            if (done.orElse(null) instanceof MerchantPaid paid) {
                return Optional.of(refund(key, paid, write));
            }
            if (done.orElse(null) instanceof HoldPlaced held) {
                var voided = counter.submit(write, new VoidHold(held.hold()), HoldVoided.class);
                return Optional.of(ReversalReceipt.voided(key, voided));
            }
        }
        return Optional.empty();
    }

    /** All that has not been given back before. */
    private ReversalReceipt refund(String key, MerchantPaid paid, Write write) {
        Won before = facts.latestOn(Subject.payment(paid.payment()), PaymentRefunded.class)
                .map(refunded -> refunded.fact().refundedSoFar())
                .orElse(Won.ZERO);
        Won rest = paid.amount().minus(before);
        if (rest.isZero()) {
            return ReversalReceipt.nothing(key);
        }
        var command = new RefundPayment(write.operation(), paid.payment(), rest);
        return ReversalReceipt.refunded(key, counter.submit(write, command, PaymentRefunded.class));
    }

    private List<Found<OperationForbidden>> forbid(String key, Caller caller) {
        return operations(key, caller).stream()
                .map(counter::forbid)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<OperationId> operations(String key, Caller caller) {
        return ROUTES.stream()
                .map(route -> hash.operationOf(caller.client(), route, key))
                .toList();
    }
}
