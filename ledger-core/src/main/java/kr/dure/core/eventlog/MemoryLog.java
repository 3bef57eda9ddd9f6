package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;
import org.jspecify.annotations.Nullable;

/** A log in memory, for simulations: it forgets everything with its process. */
public final class MemoryLog implements LogStore {
    private static final int PAGE = 100;

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, StoredEvent> operations = new HashMap<>();
    private final Map<String, StoredRefusal> refusals = new HashMap<>();
    private final Map<String, StoredEvent> subjects = new HashMap<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<String, StoredSnapshot> snapshots = new HashMap<>();
    private final Map<PersonId, SealedPerson> people = new HashMap<>();
    private Instant latest = Instant.EPOCH;
    private long epoch;
    private @Nullable String holder;

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized Instant latestTime() {
        return latest;
    }

    @Override
    public synchronized long takeLease(String taker) {
        holder = taker;
        return ++epoch;
    }

    @Override
    public synchronized Lease lease() {
        return new Lease(epoch, holder);
    }

    @Override
    public synchronized void releaseLease() {
        holder = null;
    }

    @Override
    public synchronized void append(LogBatch batch, long holderEpoch) {
        if (holder == null || holderEpoch != epoch) {
            throw new LeaseLost(holderEpoch);
        }
        check(batch);
        for (StoredEvent event : batch.events()) {
            events.add(event);
            streams.computeIfAbsent(event.stream(), name -> new ArrayList<>()).add(event);
            if (event.operation() != null) {
                operations.put(event.operation(), event);
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

    /** All of a batch before any of it is kept. */
    private void check(LogBatch batch) {
        Set<Object> fresh = new HashSet<>();
        Map<String, Long> next = new HashMap<>();
        long position = events.size();
        for (StoredEvent event : batch.events()) {
            long sequence = next.computeIfAbsent(event.stream(), name ->
                    (long) streams.getOrDefault(name, List.of()).size());
            require(event.position() == ++position && event.sequence() == sequence, "out of order: ", event);
            next.put(event.stream(), sequence + 1);
            require(
                    event.operation() == null
                            || (!operations.containsKey(event.operation()) && fresh.add(event.operation())),
                    "its operation is there already: ",
                    event);
        }
        for (StoredRefusal refusal : batch.refusals()) {
            String operation = refusal.operation();
            require(!refusals.containsKey(operation) && fresh.add(operation), "refused before: ", operation);
        }
        for (SealedPerson person : batch.people()) {
            PersonId id = person.person();
            require(!people.containsKey(id) && fresh.add(id), "known already: ", id);
        }
    }

    private static void require(boolean right, String why, Object what) {
        if (!right) {
            throw new LogRefused(why + what, null);
        }
    }

    @Override
    public synchronized List<StoredEvent> read(long after, int limit) {
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, (int) Math.min((long) from + limit, events.size())));
    }

    @Override
    public synchronized Answered answered(Collection<String> wanted) {
        return new Answered(among(wanted, operations), among(wanted, refusals));
    }

    @Override
    public synchronized List<String> operationsAfter(String id) {
        return Stream.concat(operations.keySet().stream(), refusals.keySet().stream())
                .filter(operation -> operation.compareTo(id) > 0)
                .sorted()
                .limit(PAGE)
                .toList();
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
        for (StoredSnapshot snapshot : kept) {
            snapshots.merge(
                    snapshot.stream(), snapshot, (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
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
