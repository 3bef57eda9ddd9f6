package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dure.core.id.WalletId;

/**
 * What was read for a chunk of operations before their turn.
 *
 * @param asOf the newest batch that was committed before the reading began: whatever came later may be missing here
 * @param sweep wallets that may hold expired money, if the chunk asks for them
 */
record Prefetched(
        long asOf,
        Wanted wanted,
        Map<String, StoredEvent> operations,
        Map<String, StoredRefusal> refusals,
        Map<String, StoredEvent> subjects,
        Map<String, StreamTail> streams,
        Collection<WalletId> sweep) {
    static final Prefetched NOTHING =
            new Prefetched(-1, new Wanted(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
}
