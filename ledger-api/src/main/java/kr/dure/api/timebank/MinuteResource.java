package kr.dure.api.timebank;

import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Count;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.timebank.TimeBankCommand.DonateMinutes;
import kr.dure.core.timebank.TimeBankCommand.JoinTimeBank;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.timebank.TimeBankEvent.MinutesDonated;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Members join the time bank, and give minutes away. */
@RestController
@RequestMapping("/api/v1/time-bank")
public final class MinuteResource {
    private final Counter counter;
    private final Lookup lookup;

    public MinuteResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /** @param wallet the caller's own */
    public record NewMember(WalletId wallet) {}

    /** @param minutes to start with */
    public record Membership(String wallet, long minutes, OffsetDateTime at, long position) {
        static Membership of(Found<MemberJoined> found) {
            return new Membership(
                    found.fact().member().value(),
                    found.fact().start().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "wallet-unknown", "joined-already", "too-young", "guardian-consent-missing"})
    @PostMapping("/members")
    ResponseEntity<Membership> join(@RequestBody NewMember order, Write write) {
        write.caller().mustOwn(order.wallet());
        var joined = counter.submit(write, new JoinTimeBank(order.wallet()), MemberJoined.class);
        return Replies.created(
                joined, "/api/v1/wallets/" + Replies.segment(order.wallet().value()), Membership.of(joined));
    }

    /** Minutes from the caller's own wallet. */
    public record MinuteGift(WalletId from, WalletId to, Count minutes) {}

    /** Minutes that were given away. */
    public record MinuteReceipt(
            String donation, String from, String to, long minutes, OffsetDateTime at, long position) {
        static MinuteReceipt of(Found<MinutesDonated> found) {
            var donated = found.fact();
            return new MinuteReceipt(
                    donated.donation().value(),
                    donated.member().value(),
                    donated.to().value(),
                    donated.minutes().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "not-a-member", "same-wallet", "wallet-frozen", "insufficient-minutes"})
    @PostMapping("/donations")
    ResponseEntity<MinuteReceipt> donate(@RequestBody MinuteGift order, Write write) {
        write.caller().mustOwn(order.from());
        var command = new DonateMinutes(
                write.operation(), order.from(), order.to(), order.minutes().minutes());
        var donated = counter.submit(write, command, MinutesDonated.class);
        return Replies.created(donated, "/api/v1/time-bank/donations/" + write.operation(), MinuteReceipt.of(donated));
    }

    @Refuses("not-found")
    @GetMapping("/donations/{donation}")
    MinuteReceipt donation(@PathVariable OperationId donation, Caller caller) {
        return MinuteReceipt.of(lookup.find(donation, MinutesDonated.class, fact -> caller.sees(fact.member())));
    }

    @Refuses("not-found")
    @GetMapping("/help/{help}")
    HelpReceipt help(@PathVariable OperationId help, Caller caller) {
        return HelpReceipt.of(lookup.find(
                help, HelpReceived.class, fact -> caller.sees(fact.member()) || caller.sees(fact.provider())));
    }
}
