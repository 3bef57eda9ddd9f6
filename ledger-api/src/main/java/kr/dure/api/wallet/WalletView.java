package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.PotKind;
import org.jspecify.annotations.Nullable;

/**
 * A wallet as its holder sees it.
 *
 * @param minutes of members of the time bank, which may be below zero
 * @param position of the log up to which it is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalletView(
        String wallet,
        Holder holder,
        String dong,
        boolean frozen,
        Krw krw,
        long points,
        @Nullable Long minutes,
        long position) {

    /** The same, as of another position. */
    WalletView at(long other) {
        return new WalletView(wallet, holder, dong, frozen, krw, points, minutes, other);
    }

    /**
     * Local currency, in won.
     *
     * @param total all that it holds
     * @param held what of it is kept by open holds
     * @param pots those with money, in the order in which they are spent
     */
    public record Krw(long total, long held, List<Pot> pots) {}

    /** @param left what it holds, {@code held} included */
    public record Pot(long pot, PotKind kind, long left, long held, LocalDate expiresOn) {}
}
