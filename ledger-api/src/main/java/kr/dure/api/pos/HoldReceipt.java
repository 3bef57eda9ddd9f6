package kr.dure.api.pos;

import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;

/**
 * Money that was kept for a shop, in won.
 *
 * @param lapsesAt when it is free again, unless it was captured or voided before
 * @param position its place in the log
 */
public record HoldReceipt(
        String hold,
        String wallet,
        String merchant,
        long amount,
        OffsetDateTime lapsesAt,
        OffsetDateTime at,
        long position) {
    static HoldReceipt of(Found<HoldPlaced> found) {
        var placed = found.fact();
        return new HoldReceipt(
                placed.hold().value(),
                placed.wallet().value(),
                placed.merchant().value(),
                placed.amount().value(),
                Times.korean(placed.lapsesAt()),
                Times.korean(found.at()),
                found.position());
    }
}
