package kr.dure.api.wallet;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.genesis.GenesisEvent.ExpirySwept;
import kr.dure.core.wallet.WalletCommand.ExpirePots;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operator has what has expired swept out of all wallets. */
@RestController
public final class ExpiryDesk {
    private final Counter counter;

    public ExpiryDesk(Counter counter) {
        this.counter = counter;
    }

    /**
     * A sweep.
     *
     * @param today what had expired before this day (KST) is gone
     * @param wallets how many held some of it
     */
    public record ExpirySweep(LocalDate today, int wallets, OffsetDateTime at, long position) {
        static ExpirySweep of(Found<ExpirySwept> found) {
            return new ExpirySweep(
                    found.fact().today(), found.fact().wallets(), Times.korean(found.at()), found.position());
        }
    }

    @Answers(located = false)
    @Refuses("not-allowed")
    @PostMapping("/api/v1/expiry-sweeps")
    ResponseEntity<ExpirySweep> sweep(Write write) {
        write.caller().mustBe(Role.OPERATOR);
        var swept = counter.submit(write, new ExpirePots(), ExpirySwept.class);
        return Replies.done(swept, ExpirySweep.of(swept));
    }
}
