package kr.dure.core.wallet;

import java.time.LocalDate;
import java.util.Collection;
import kr.dure.core.id.WalletId;

/** Which wallets a sweep has to look at, so that it need not look at all of them. */
@FunctionalInterface
public interface ExpiringWallets {
    /** At least every wallet with money in a pot that expired before a day; each wallet decides for itself. */
    Collection<WalletId> withPotsExpiredBefore(LocalDate today);
}
