package kr.dure.api.cleanhouse;

import java.time.OffsetDateTime;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.contract.Shape;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Count;
import kr.dure.api.http.Counter;
import kr.dure.api.http.DryRun;
import kr.dure.api.http.Lookup;
import kr.dure.api.http.Name;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.api.log.Found;
import kr.dure.core.cleanhouse.CleanHouseCommand.BuyBags;
import kr.dure.core.cleanhouse.CleanHouseCommand.ConvertPoints;
import kr.dure.core.cleanhouse.CleanHouseEvent.BagsBought;
import kr.dure.core.cleanhouse.CleanHouseEvent.PointsConverted;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What points are good for: they turn into won, or into waste bags. */
@RestController
@RequestMapping("/api/v1")
public final class PointResource {
    private final Counter counter;
    private final Lookup lookup;

    public PointResource(Counter counter, Lookup lookup) {
        this.counter = counter;
        this.lookup = lookup;
    }

    /** @param points in steps of 10 */
    public record ConversionOrder(Amount points) {}

    /** @param won what the wallet has got for the points */
    public record ConversionReceipt(
            String conversion, String wallet, long points, long won, OffsetDateTime at, long position) {
        static ConversionReceipt of(Found<PointsConverted> found) {
            var converted = found.fact();
            return new ConversionReceipt(
                    converted.conversion().value(),
                    converted.wallet().value(),
                    converted.points().value(),
                    converted.points().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "wallet-unknown", "wallet-frozen", "not-in-steps", "insufficient-points"})
    @PostMapping("/wallets/{wallet}/point-conversions")
    ResponseEntity<ConversionReceipt> convert(
            @PathVariable WalletId wallet, @RequestBody ConversionOrder order, Write write) {
        write.caller().mustOwn(wallet);
        var command =
                new ConvertPoints(write.operation(), wallet, order.points().points());
        var converted = counter.submit(write, command, PointsConverted.class);
        return Replies.created(
                converted, "/api/v1/point-conversions/" + write.operation(), ConversionReceipt.of(converted));
    }

    /** @param litres 10 or 20 */
    public record BagOrder(
            Name site, @Shape(oneOf = {10, 20}) Count litres, Count count) {}

    public record BagReceipt(
            String purchase,
            String wallet,
            String site,
            int litres,
            long count,
            long points,
            OffsetDateTime at,
            long position) {
        static BagReceipt of(Found<BagsBought> found) {
            var bought = found.fact();
            return new BagReceipt(
                    bought.purchase().value(),
                    bought.wallet().value(),
                    bought.site(),
                    bought.litres(),
                    bought.count(),
                    bought.points().value(),
                    Times.korean(found.at()),
                    found.position());
        }
    }

    @DryRun
    @Refuses({"not-allowed", "wallet-unknown", "wallet-frozen", "insufficient-points"})
    @PostMapping("/wallets/{wallet}/bags")
    ResponseEntity<BagReceipt> buy(@PathVariable WalletId wallet, @RequestBody BagOrder order, Write write) {
        write.caller().mustOwn(wallet);
        long litres = order.litres().value();
        if (litres != 10 && litres != 20) {
            throw Problem.invalid("/litres", "is 10 or 20");
        }
        var command = new BuyBags(
                write.operation(),
                wallet,
                order.site().value(),
                Math.toIntExact(litres),
                order.count().value());
        var bought = counter.submit(write, command, BagsBought.class);
        return Replies.created(bought, "/api/v1/bag-purchases/" + write.operation(), BagReceipt.of(bought));
    }

    @Refuses("not-found")
    @GetMapping("/point-conversions/{conversion}")
    ConversionReceipt conversion(@PathVariable OperationId conversion, Caller caller) {
        return ConversionReceipt.of(lookup.find(conversion, PointsConverted.class, fact -> caller.sees(fact.wallet())));
    }

    @Refuses("not-found")
    @GetMapping("/bag-purchases/{purchase}")
    BagReceipt purchase(@PathVariable OperationId purchase, Caller caller) {
        return BagReceipt.of(lookup.find(purchase, BagsBought.class, fact -> caller.sees(fact.wallet())));
    }
}
