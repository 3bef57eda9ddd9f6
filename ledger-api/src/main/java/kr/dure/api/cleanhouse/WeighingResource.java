package kr.dure.api.cleanhouse;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.id.OperationId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What scales have signed is carried here, by the site's own program or by whoever brought the things. */
@RestController
@RequestMapping("/api/v1/weighings")
public final class WeighingResource {
    private static final Duration OLDEST = Duration.ofHours(6);
    /** Clocks of devices may be a little ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Devices devices;
    private final Weighings weighings;
    private final Counter counter;
    private final Lookup lookup;
    private final Clock clock;

    public WeighingResource(Devices devices, Weighings weighings, Counter counter, Lookup lookup, Clock clock) {
        this.devices = devices;
        this.weighings = weighings;
        this.counter = counter;
        this.lookup = lookup;
        this.clock = clock;
    }

    /**
     * Points for what was weighed.
     *
     * @param counted what of it counted that day
     * @param rate won per kilogram
     */
    public record WeighingReceipt(
            String weighing,
            String programme,
            String site,
            String device,
            String wallet,
            String material,
            long grams,
            long counted,
            long rate,
            long points,
            OffsetDateTime at,
            long position) {
        static WeighingReceipt of(Found<DepositWeighed> found) {
            var weighed = found.fact();
            return new WeighingReceipt(
                    weighed.deposit().value(),
                    weighed.programme().value(),
                    weighed.site(),
                    weighed.device(),
                    weighed.wallet().value(),
                    weighed.material(),
                    weighed.grams(),
                    weighed.counted(),
                    weighed.rate(),
                    weighed.points().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    /**
     * Refused, in this order: {@code device-unknown}, {@code device-removed}, {@code signature-invalid},
     * {@code weighing-too-old}, {@code counter-used}, and whatever the ledger says no with.
     */
    @DryRun
    @Refuses({
        "not-allowed",
        "device-unknown",
        "device-removed",
        "signature-invalid",
        "weighing-too-old",
        "counter-used",
        "programme-unknown",
        "wrong-kind",
        "wallet-unknown",
        "unknown-material",
        "daily-cap",
        "budget-exhausted"
    })
    @PostMapping
    ResponseEntity<WeighingReceipt> weigh(@RequestBody Weighing weighing, Write write) {
        if (!write.caller().owns(weighing.wallet())) {
            write.caller().mustBe(Role.OFFICER, Role.OPERATOR);
        }
        var carrier = weighings.carrier(weighing);
        if (!carrier.equals(Optional.of(write.operation()))) {
            check(weighing);
            carrier.ifPresent(other -> takeOver(other, weighing, write));
            if (!write.rehearsal() && !weighings.isCarriedBy(write.operation(), weighing)) {
                throw Problem.of("counter-used");
            }
        }
        var weighed = counter.submit(write, weighing.command(write.operation()), DepositWeighed.class);
        return Replies.created(weighed, "/api/v1/weighings/" + write.operation(), WeighingReceipt.of(weighed));
    }

    private void check(Weighing weighing) {
        var device = devices.find(weighing.site().value(), weighing.device().value())
                .orElseThrow(() -> Problem.of("device-unknown"));
        if (device.isRemoved()) {
            throw Problem.of("device-removed");
        }
        if (!device.key().hasSigned(weighing.signed(), weighing.signature())) {
            throw Problem.of("signature-invalid");
        }
        var age = Duration.between(weighing.at(), clock.instant());
        if (age.compareTo(OLDEST) > 0 || age.compareTo(AHEAD.negated()) < 0) {
            throw Problem.of("weighing-too-old");
        }
    }

    /** Whoever carried it before and was not heard of again has reached the ledger, or never will. */
    private void takeOver(OperationId other, Weighing weighing, Write write) {
        if (write.rehearsal() || counter.forbid(other).isEmpty()) {
            throw Problem.of("counter-used");
        }
        weighings.giveUp(other, weighing);
    }

    @Refuses("not-found")
    @GetMapping("/{weighing}")
    WeighingReceipt weighing(@PathVariable OperationId weighing, Caller caller) {
        return WeighingReceipt.of(lookup.find(
                weighing, DepositWeighed.class, fact -> caller.sees(fact.wallet()) || caller.is(Role.OFFICER)));
    }
}
