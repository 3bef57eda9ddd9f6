package kr.dure.api.funding;

import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.funding.DepositId;
import kr.dure.core.funding.FundingCommand.ReverseDeposit;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.id.FundingRef;
import kr.dure.core.wallet.WalletEvent.FundingReversed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bank tells what came in on the operating account, and what it takes back; an operator's program brings it here. */
@RestController
@RequestMapping(DepositResource.PATH)
public final class DepositResource {
    static final String PATH = "/api/v1/deposits";

    private final Counter counter;
    private final Facts facts;
    private final FundingPort<BankDeposit> bank = new BankDeposit.Port();

    public DepositResource(Counter counter, Facts facts) {
        this.counter = counter;
        this.facts = facts;
    }

    @Refuses({"not-allowed", "funding-used"})
    @PostMapping
    ResponseEntity<DepositReceipt> take(@RequestBody BankDeposit told, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        return taken(counter.submit(write, bank.deposit(told), DepositTaken.class));
    }

    static ResponseEntity<DepositReceipt> taken(Found<DepositTaken> taken) {
        var receipt = DepositReceipt.of(taken);
        return Replies.created(taken, PATH + "/" + Replies.segment(receipt.deposit()), receipt);
    }

    @Refuses({"not-allowed", "deposit-unknown"})
    @GetMapping("/{deposit}")
    DepositReceipt deposit(@PathVariable FundingRef deposit, Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        return facts.first(new DepositId(deposit), DepositTaken.class)
                .map(DepositReceipt::of)
                .orElseThrow(() -> Problem.of("deposit-unknown"));
    }

    /**
     * A deposit that the bank took back.
     *
     * @param left what was left of the charge, and was taken from the wallet
     * @param claim what the holder owes for what was spent
     */
    public record DepositReversal(
            String deposit,
            String charge,
            String wallet,
            long paid,
            long left,
            long claim,
            OffsetDateTime at,
            long position) {
        static DepositReversal of(Found<FundingReversed> found) {
            var reversed = found.fact();
            return new DepositReversal(
                    reversed.funding().value(),
                    reversed.charge().value(),
                    reversed.wallet().value(),
                    reversed.paid().value(),
                    reversed.amount().value(),
                    reversed.claim().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @Refuses({"not-allowed", "deposit-unknown"})
    @PostMapping("/{deposit}/reversal")
    ResponseEntity<DepositReversal> reverse(@PathVariable FundingRef deposit, Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var reversed = counter.submit(write, new ReverseDeposit(deposit), FundingReversed.class);
        return Replies.created(reversed, PATH + "/" + Replies.segment(deposit.value()), DepositReversal.of(reversed));
    }
}
