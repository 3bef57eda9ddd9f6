package kr.dure.api.funding;

import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.funding.MoneyOrder.Kind;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.funding.FundingCommand.CancelOrder;
import kr.dure.core.funding.FundingCommand.RequestCharge;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletEvent.ChargeCancelled;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Residents buy local currency: they ask, they pay, they have it. */
@RestController
@RequestMapping("/api/v1")
public final class ChargeResource {
    private final Counter counter;
    private final Lookup lookup;
    private final ChargeFacts charges;
    private final OrderQuery orders;
    private final LedgerKind kind;
    private final FundingPort<SimulatedDeposit.Played> simulation = new SimulatedDeposit.Port();

    public ChargeResource(Counter counter, Lookup lookup, ChargeFacts charges, OrderQuery orders, LedgerKind kind) {
        this.counter = counter;
        this.lookup = lookup;
        this.charges = charges;
        this.orders = orders;
        this.kind = kind;
    }

    /** @param amount what the wallet is to get */
    public record ChargeRequest(Amount amount) {}

    @DryRun
    @Refuses({
        "not-allowed",
        "wallet-unknown",
        "not-a-resident",
        "wallet-frozen",
        "reference-used",
        "monthly-purchase-limit",
        "holding-limit"
    })
    @PostMapping("/wallets/{wallet}/charges")
    ResponseEntity<ChargeView> request(@PathVariable WalletId wallet, @RequestBody ChargeRequest request, Write write) {
        write.caller().mustOwn(wallet);
        var command = new RequestCharge(
                write.operation(), wallet, request.amount().won(), ChargeReference.of(write.operation()));
        var requested = counter.submit(write, command, ChargeRequested.class);
        return Replies.created(
                requested,
                "/api/v1/charges/" + write.operation(),
                ChargeView.of(requested.fact(), ChargeView.Status.REQUESTED, requested));
    }

    /** Of a wallet, the newest first. */
    @Refuses("not-allowed")
    @GetMapping("/wallets/{wallet}/charges")
    Page<ChargeView> ofWallet(
            @PathVariable WalletId wallet, @RequestParam(defaultValue = "") String cursor, Caller caller) {
        caller.mustSee(wallet);
        var page = orders.of(Kind.CHARGE, wallet, Page.before(cursor), Page.SIZE + 1);
        return Page.of(
                page,
                order -> charges.view(order.found().as(ChargeRequested.class).orElseThrow()),
                last -> last.found().position());
    }

    @Refuses("charge-unknown")
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

    @DryRun
    @Refuses({"charge-unknown", "not-allowed", "wallet-frozen", "charge-too-old", "charge-touched"})
    @PostMapping("/charges/{charge}/cancellation")
    ResponseEntity<CancellationReceipt> cancel(@PathVariable OperationId charge, Write write) {
        write.caller().mustOwn(seenBy(write.caller(), charge).fact().wallet());
        var cancelled = counter.submit(write, new CancelOrder(charge), ChargeCancelled.class);
        return Replies.created(cancelled, "/api/v1/charges/" + charge, CancellationReceipt.of(cancelled));
    }

    /** Plays the bank, in a simulation. */
    @Refuses({"not-found", "not-allowed", "charge-unknown", "funding-used"})
    @PostMapping("/charges/{charge}/funding")
    ResponseEntity<DepositReceipt> fund(
            @PathVariable OperationId charge, @RequestBody SimulatedDeposit deposit, Write write) {
        if (kind != LedgerKind.SIMULATION) {
            throw Problem.of("not-found");
        }
        write.caller().mustBe(Role.OPERATOR);
        var request = seenBy(write.caller(), charge).fact();
        var played = new SimulatedDeposit.Played(write.operation(), request, deposit);
        return DepositResource.taken(counter.submit(write, simulation.deposit(played), DepositTaken.class));
    }

    private Found<ChargeRequested> seenBy(Caller caller, OperationId charge) {
        return lookup.find(charge, ChargeRequested.class, request -> caller.sees(request.wallet()), "charge-unknown");
    }
}
