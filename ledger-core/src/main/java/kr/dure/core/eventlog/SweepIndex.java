package kr.dure.core.eventlog;

import java.time.LocalDate;
import java.util.Collection;
import kr.dure.core.id.WalletId;

/** Where the writer learns, before a sweep's turn, which wallets may hold expired money. */
@FunctionalInterface
public interface SweepIndex {
    /**
     * At least every wallet with money in a pot that expired before a day.
     *
     * @param position the answer must take in every event up to here; it may wait for that
     */
    Collection<WalletId> expiredBefore(LocalDate day, long position);
}
