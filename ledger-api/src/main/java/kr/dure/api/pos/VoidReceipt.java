package kr.dure.api.pos;

import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.wallet.WalletEvent.HoldVoided;

/**
 * A hold that was given up.
 *
 * @param amount what is free again, in won
 */
public record VoidReceipt(String hold, long amount, OffsetDateTime at, long position) {
    static VoidReceipt of(Found<HoldVoided> found) {
        return new VoidReceipt(
                found.fact().hold().value(), found.fact().amount().value(), Times.korean(found.at()), found.position());
    }
}
