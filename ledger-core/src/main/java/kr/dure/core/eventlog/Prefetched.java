package kr.dure.core.eventlog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dure.core.id.WalletId;

/**
 * What was read for a chunk of operations before their turn.
 *
 * @param asOf the newest batch that was committed before the reading began: whatever came later may be missing here
 * @param sweep where expired money may be, if the chunk asks for it
 */
record Prefetched(
        long asOf,
        Wanted wanted,
        Answered answered,
        Map<String, StoredEvent> subjects,
        Map<String, StreamTail> streams,
        Sweep sweep) {
    static final Prefetched NOTHING =
            new Prefetched(-1, new Wanted(), Answered.NOTHING, Map.of(), Map.of(), Sweep.NONE);

    /** The wallets that may hold money that expires before a day. */
    record Sweep(LocalDate before, Collection<WalletId> wallets) {
        static final Sweep NONE = new Sweep(LocalDate.MIN, List.of());

        boolean covers(LocalDate today) {
            return !today.isAfter(before);
        }
    }
}
