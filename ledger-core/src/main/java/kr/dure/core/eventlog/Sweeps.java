package kr.dure.core.eventlog;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import kr.dure.core.eventlog.Prefetched.Sweep;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;

/** The wallets that a sweep must look at: what was found before its turn, and what has been touched since. */
final class Sweeps {
    private final SweepIndex index;
    private final Recall recall;
    private final Clock clock;
    private final LongSupplier head;

    Sweeps(SweepIndex index, Recall recall, Clock clock, LongSupplier head) {
        this.index = index;
        this.recall = recall;
        this.clock = clock;
        this.head = head;
    }

    /** What a chunk of operations may need, up to the day after the last of them; any thread. */
    Sweep before(Collection<Operation> chunk) {
        LocalDate day = chunk.stream()
                .map(operation -> operation.at() == null ? clock.instant() : operation.at())
                .max(Instant::compareTo)
                .map(at -> new Moment(at).date().plusDays(1))
                .orElseThrow();
        return new Sweep(day, index.expiredBefore(day, head.getAsLong()));
    }

    Collection<WalletId> wallets(LocalDate today, Prefetched prefetched) {
        var recent = recall.recent();
        boolean covered =
                prefetched.asOf() >= recent.floor() && prefetched.sweep().covers(today);
        Set<WalletId> wallets =
                new HashSet<>(covered ? prefetched.sweep().wallets() : index.expiredBefore(today, head.getAsLong()));
        for (String stream : recent.streamsSince(covered ? prefetched.asOf() : recent.floor())) {
            if (stream.startsWith("wallet/")) {
                wallets.add(new WalletId(stream.substring("wallet/".length())));
            }
        }
        return wallets;
    }
}
