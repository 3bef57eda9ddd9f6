package kr.dure.api.log;

import java.time.Instant;
import java.util.Optional;
import kr.dure.core.ledger.LedgerEvent;

/** An event of the log, with its time and place. */
public record Found<E extends LedgerEvent>(E fact, Instant at, long position) {
    public <T extends LedgerEvent> Optional<Found<T>> as(Class<T> kind) {
        return kind.isInstance(fact) ? Optional.of(new Found<>(kind.cast(fact), at, position)) : Optional.empty();
    }
}
