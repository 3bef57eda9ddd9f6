package kr.dure.api.fund;

import java.time.OffsetDateTime;
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
import kr.dure.core.fund.FundCommand.Donate;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletEvent.Donated;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Anybody gives to the local fund. */
@RestController
@RequestMapping("/api/v1/donations")
public final class DonationResource {
    private final Counter counter;
    private final Lookup lookup;

    public DonationResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /**
     * A donation from the caller's own wallet.
     *
     * @param account {@code city}, or the name of a dong
     */
    public record DonationOrder(WalletId wallet, Amount amount, FundAccount account) {}

    public record DonationReceipt(
            String donation, String wallet, String account, long amount, OffsetDateTime at, long position) {
        static DonationReceipt of(Found<Donated> found) {
            var donated = found.fact();
            return new DonationReceipt(
                    donated.donation().value(),
                    donated.wallet().value(),
                    donated.account().value(),
                    donated.amount().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "wallet-unknown", "account-unknown", "wallet-frozen", "insufficient-balance"})
    @PostMapping
    ResponseEntity<DonationReceipt> donate(@RequestBody DonationOrder order, Write write) {
        write.caller().mustOwn(order.wallet());
        var command =
                new Donate(write.operation(), order.wallet(), order.amount().won(), order.account());
        var donated = counter.submit(write, command, Donated.class);
        return Replies.created(donated, "/api/v1/donations/" + write.operation(), DonationReceipt.of(donated));
    }

    @Refuses("not-found")
    @GetMapping("/{donation}")
    DonationReceipt donation(@PathVariable OperationId donation, Caller caller) {
        return DonationReceipt.of(lookup.find(donation, Donated.class, fact -> caller.sees(fact.wallet())));
    }
}
