package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;
import org.jspecify.annotations.Nullable;

/** A log in memory, for simulations: it forgets everything with its process. */
public final class MemoryLog implements LogStore {
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, StoredEvent> operations = new HashMap<>();
    private final Map<String, StoredRefusal> refusals = new HashMap<>();
    private final Map<String, StoredEvent> subjects = new HashMap<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<String, StoredSnapshot> snapshots = new HashMap<>();
    private final Map<PersonId, SealedPerson> people = new HashMap<>();
    private Instant latest = Instant.EPOCH;
    private long epoch;

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized Instant latestTime() {
        return latest;
    }

    @Override
    public synchronized long takeLease(String holder) {
        return ++epoch;
    }

    @Override
    public void releaseLease() {}

    @Override
    public synchronized void append(LogBatch batch, long holderEpoch) {
        if (holderEpoch != epoch) {
            throw new LeaseLost(holderEpoch);
        }
        for (StoredEvent event : batch.events()) {
            var stream = streams.computeIfAbsent(event.stream(), name -> new ArrayList<>());
            if (event.position() != events.size() + 1 || event.sequence() != stream.size()) {
                throw new IllegalStateException("out of order: " + event);
            }
            events.add(event);
            stream.add(event);
            if (event.operation() != null && operations.put(event.operation(), event) != null) {
                throw new IllegalStateException("an operation is there twice: " + event);
            }
            if (event.subject() != null) {
                subjects.put(event.subject(), event);
            }
            latest = event.at();
        }
        for (StoredRefusal refusal : batch.refusals()) {
            refusals.put(refusal.operation(), refusal);
            latest = refusal.at().isAfter(latest) ? refusal.at() : latest;
        }
        batch.people().forEach(person -> people.put(person.person(), person));
    }

    @Override
    public synchronized List<StoredEvent> read(long after, int limit) {
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, (int) Math.min((long) from + limit, events.size())));
    }

    @Override
    public synchronized Map<String, StoredEvent> operations(Collection<String> wanted) {
        return among(wanted, operations);
    }

    @Override
    public synchronized Map<String, StoredRefusal> refusals(Collection<String> wanted) {
        return among(wanted, refusals);
    }

    @Override
    public synchronized Map<String, StoredEvent> latestOn(Collection<String> wanted) {
        return among(wanted, subjects);
    }

    @Override
    public synchronized Map<String, StreamTail> streams(Collection<String> wanted) {
        Map<String, StreamTail> tails = new HashMap<>();
        for (String stream : wanted) {
            if (streams.containsKey(stream) || snapshots.containsKey(stream)) {
                tails.put(stream, tail(streams.getOrDefault(stream, List.of()), snapshots.get(stream)));
            }
        }
        return tails;
    }

    private static StreamTail tail(List<StoredEvent> all, @Nullable StoredSnapshot snapshot) {
        int from = snapshot == null ? 0 : (int) Math.min(snapshot.sequence() + 1, all.size());
        return new StreamTail(snapshot, List.copyOf(all.subList(from, all.size())));
    }

    @Override
    public synchronized List<StoredEvent> wholeStream(String stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    @Override
    public synchronized void keep(Collection<StoredSnapshot> kept) {
        kept.forEach(snapshot -> snapshots.put(snapshot.stream(), snapshot));
    }

    @Override
    public synchronized Map<PersonId, SealedPerson> people(Collection<PersonId> wanted) {
        return among(wanted, people);
    }

    private static <K, V> Map<K, V> among(Collection<K> wanted, Map<K, V> all) {
        Map<K, V> found = new HashMap<>();
        for (K key : wanted) {
            V value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}
