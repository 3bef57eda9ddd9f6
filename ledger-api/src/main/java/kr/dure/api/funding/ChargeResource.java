package kr.dure.api.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Name;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingCommand.CancelOrder;
import kr.dure.core.funding.FundingCommand.RequestCharge;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.funding.FundingEvent.BackReason;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.FundingRef;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents buy local currency: they ask, they pay, they have it. */
@RestController
@RequestMapping("/api/v1")
public final class ChargeResource {
    private static final int REFERENCE_LENGTH = 12;

    private final Counter counter;
    private final Lookup lookup;
    private final ChargeFacts charges;
    private final LedgerKind kind;

    public ChargeResource(Counter counter, Lookup lookup, ChargeFacts charges, LedgerKind kind) {
        this.counter = counter;
        this.lookup = lookup;
        this.charges = charges;
        this.kind = kind;
    }

    /** @param amount what the wallet is to get */
    public record ChargeRequest(Amount amount) {}

    @PostMapping("/wallets/{wallet}/charges")
    ResponseEntity<ChargeView> request(@PathVariable WalletId wallet, @RequestBody ChargeRequest request, Write write) {
        write.caller().mustOwn(wallet);
        var command =
                new RequestCharge(write.operation(), wallet, request.amount().won(), reference(write.operation()));
        var requested = counter.submit(write, command, ChargeRequested.class);
        return Replies.created(
                requested,
                "/api/v1/charges/" + write.operation(),
                ChargeView.of(requested.fact(), ChargeView.Status.REQUESTED, requested));
    }

    /** Short enough to be typed into a bank transfer: the first digits of the charge's own id. */
    private static String reference(OperationId charge) {
        return charge.value().substring(0, REFERENCE_LENGTH).toUpperCase(java.util.Locale.ROOT);
    }

    @GetMapping("/charges/{charge}")
    ChargeView charge(@PathVariable OperationId charge, Caller caller) {
        return charges.view(seenBy(caller, charge));
    }

    /** @param paidBack what is ordered to be paid back */
    public record CancellationReceipt(String charge, String wallet, long paidBack, OffsetDateTime at, long position) {
        static CancellationReceipt of(Found<ChargeCancelled> found) {
            var cancelled = found.fact();
            return new CancellationReceipt(
                    cancelled.charge().value(),
                    cancelled.wallet().value(),
                    cancelled.paidBack().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @PostMapping("/charges/{charge}/cancellation")
    ResponseEntity<CancellationReceipt> cancel(@PathVariable OperationId charge, Write write) {
        write.caller().mustOwn(seenBy(write.caller(), charge).fact().wallet());
        var cancelled = counter.submit(write, new CancelOrder(charge), ChargeCancelled.class);
        return Replies.created(cancelled, "/api/v1/charges/" + charge, CancellationReceipt.of(cancelled));
    }

    /**
     * What the bank is to be played with.
     *
     * @param amount what comes in; what is to be paid if it is left out
     * @param deposit the bank's own name for it; a new one if it is left out
     */
    public record SimulatedDeposit(
            @Nullable Amount amount, @Nullable Name deposit) {}

    /**
     * A deposit that was taken.
     *
     * @param charged what of it bought local currency
     * @param back what of it goes back, and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DepositReceipt(
            String deposit,
            long amount,
            long charged,
            long back,
            @Nullable BackReason reason,
            OffsetDateTime at,
            long position) {
        static DepositReceipt of(Found<DepositTaken> found) {
            var taken = found.fact();
            return new DepositReceipt(
                    taken.deposit().value(),
                    taken.amount().value(),
                    taken.charged().value(),
                    taken.back().value(),
                    taken.reason(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    /** Plays the bank, in a simulation. */
    @PostMapping("/charges/{charge}/funding")
    ResponseEntity<DepositReceipt> fund(
            @PathVariable OperationId charge, @RequestBody SimulatedDeposit deposit, Write write) {
        if (kind != LedgerKind.SIMULATION) {
            throw Problem.of("not-found");
        }
        write.caller().mustBe(Role.OPERATOR);
        var request = seenBy(write.caller(), charge).fact();
        var name = deposit.deposit() == null
                ? write.operation().value()
                : deposit.deposit().value();
        var amount =
                deposit.amount() == null ? request.toPay() : deposit.amount().won();
        var command = new TakeDeposit(new FundingRef(name), request.reference(), amount);
        var taken = counter.submit(write, command, DepositTaken.class);
        return Replies.created(taken, "/api/v1/charges/" + charge, DepositReceipt.of(taken));
    }

    private Found<ChargeRequested> seenBy(Caller caller, OperationId charge) {
        return lookup.find(charge, ChargeRequested.class, request -> caller.sees(request.wallet()), "charge-unknown");
    }
}
