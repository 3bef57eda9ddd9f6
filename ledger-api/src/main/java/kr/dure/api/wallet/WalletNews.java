package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.WalletEvent;
import org.jspecify.annotations.Nullable;

/**
 * What has just happened to a wallet: a line of its statement, without the balance, which is the statement's to say.
 *
 * @param id the operation by which it is found
 * @param with the merchant, wallet, programme or fund account on the other side
 * @param amount what came in, or below zero what went out, in won
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalletNews(
        OffsetDateTime at,
        StatementKind kind,
        String wallet,
        @Nullable String id,
        @Nullable String with,
        long amount,
        long position) {
    public static WalletNews of(Found<WalletEvent> found) {
        var event = found.fact();
        WalletId wallet = event.wallet();
        var entry = StatementEntry.of(event);
        return new WalletNews(
                Times.korean(found.at()),
                entry.kind(),
                wallet.value(),
                entry.id(),
                entry.with(),
                entry.amount(),
                found.position());
    }
}
