package kr.dure.api.merchant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Counter;
import kr.dure.api.http.Name;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.id.Dong;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.WalletId;
import kr.dure.core.merchant.MerchantCommand.RegisterMerchant;
import kr.dure.core.merchant.MerchantCommand.ReinstateMerchant;
import kr.dure.core.merchant.MerchantCommand.SuspendMerchant;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Merchants are taken in, suspended and reinstated. */
@RestController
@RequestMapping(MerchantDesk.PATH)
public final class MerchantDesk {
    static final String PATH = "/api/v1/merchants";
    private static final int MOST_OWNERS = 20;

    private final Counter counter;

    public MerchantDesk(Counter counter) {
        this.counter = counter;
    }

    /**
     * A merchant to take in.
     *
     * @param annualSales in won; whoever sells more than the rules say takes policy money alone
     * @param owners the wallets that may not pay there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewMerchant(
            MerchantId merchant,
            Dong dong,
            Name trade,
            Amount annualSales,
            Boolean inDistrict,
            @Shape(most = MOST_OWNERS) @Nullable List<WalletId> owners) {

        /** @throws Problem if it has too many owners */
        RegisterMerchant command() {
            List<WalletId> all = owners == null ? List.of() : owners;
            if (all.size() > MOST_OWNERS) {
                throw Problem.invalid("/owners", "are " + MOST_OWNERS + " at most");
            }
            return new RegisterMerchant(merchant, dong, trade.value(), annualSales.won(), inDistrict, all);
        }
    }

    /** Where a merchant stands after this. */
    public record MerchantStanding(String merchant, boolean suspended, OffsetDateTime at, long position) {
        static MerchantStanding of(Found<? extends MerchantEvent> found, boolean suspended) {
            return new MerchantStanding(
                    found.fact().merchant().value(), suspended, Times.korean(found.at()), found.position());
        }
    }

    @Refuses({"not-allowed", "merchant-exists", "out-of-district", "excluded-trade"})
    @PostMapping
    ResponseEntity<MerchantStanding> register(@RequestBody NewMerchant order, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        return created(counter.submit(write, order.command(), MerchantRegistered.class), false);
    }

    @Refuses({"not-allowed", "merchant-unknown"})
    @PostMapping("/{merchant}/suspension")
    ResponseEntity<MerchantStanding> suspend(@PathVariable MerchantId merchant, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        return created(counter.submit(write, new SuspendMerchant(merchant), MerchantSuspended.class), true);
    }

    @Refuses({"not-allowed", "merchant-unknown"})
    @PostMapping("/{merchant}/reinstatement")
    ResponseEntity<MerchantStanding> reinstate(@PathVariable MerchantId merchant, Write write) {
        write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        return created(counter.submit(write, new ReinstateMerchant(merchant), MerchantReinstated.class), false);
    }

    private static ResponseEntity<MerchantStanding> created(Found<? extends MerchantEvent> found, boolean suspended) {
        return Replies.created(
                found,
                PATH + "/" + Replies.segment(found.fact().merchant().value()),
                MerchantStanding.of(found, suspended));
    }
}
