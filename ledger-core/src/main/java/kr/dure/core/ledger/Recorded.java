package kr.dure.core.ledger;

import java.time.Instant;
import java.util.Optional;

/** An event as it stands in the log, with its time. */
public record Recorded<E extends LedgerEvent>(E event, Instant at) {
    public <T extends LedgerEvent> Optional<Recorded<T>> as(Class<T> kind) {
        return kind.isInstance(event) ? Optional.of(new Recorded<>(kind.cast(event), at)) : Optional.empty();
    }
}
