package kr.dure.core.eventlog;

import java.util.List;
import kr.dure.core.vault.SealedPerson;

/** What one transaction appends: the events of all decisions, in order, the refusals, and what goes to the vault. */
public record LogBatch(List<StoredEvent> events, List<StoredRefusal> refusals, List<SealedPerson> people) {
    public boolean isEmpty() {
        return events.isEmpty() && refusals.isEmpty() && people.isEmpty();
    }

    boolean isOfEventsAlone() {
        return refusals.isEmpty() && people.isEmpty();
    }
}
