package kr.dure.core.eventlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.People;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.vault.Vault;

/** Personal data for decisions: of the newest people from memory, of all others from the vault, which is rare. */
final class RecentPeople implements People {
    private static final int KEPT = 4_096;

    private final LogStore store;
    private final Vault vault;
    private final LogMetrics metrics;
    private final Map<PersonId, PersonalData> newest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, PersonalData> eldest) {
            return size() > KEPT;
        }
    };

    RecentPeople(LogStore store, Vault vault, LogMetrics metrics) {
        this.store = store;
        this.vault = vault;
        this.metrics = metrics;
    }

    void add(PersonalData data) {
        newest.put(data.person(), data);
    }

    void clear() {
        newest.clear();
    }

    @Override
    public Optional<PersonalData> find(PersonId person) {
        PersonalData known = newest.get(person);
        if (known != null) {
            return Optional.of(known);
        }
        metrics.missed();
        return Optional.ofNullable(store.people(List.of(person)).get(person)).map(vault::open);
    }
}
