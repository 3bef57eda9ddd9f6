package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Snapshots of aggregates, kept off the writer's way: it turns them into JSON, somebody else stores them. */
final class Snapshots {
    private final SnapshotCodec codec = new SnapshotCodec();
    private final Map<String, Class<?>> types = new HashMap<>();
    private final List<StoredSnapshot> waiting = new ArrayList<>();

    void register(String prefix, Class<?> type) {
        types.put(prefix, type);
    }

    /** The snapshot as Axon takes it, or null if it was made by other code or cannot be read. */
    @Nullable
    DomainEventMessage<?> read(StoredSnapshot stored) {
        String prefix = LogStorageEngine.prefix(stored.stream());
        Class<?> type = types.get(prefix);
        Object root = type == null ? null : codec.open(stored, type);
        return root == null
                ? null
                : new GenericDomainEventMessage<>(
                        prefix, stored.stream(), stored.sequence(), root, Map.of(), stored.stream(), Instant.EPOCH);
    }

    synchronized void store(DomainEventMessage<?> snapshot) {
        Object root = snapshot.getPayload();
        waiting.add(new StoredSnapshot(
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                codec.form(root.getClass()),
                codec.write(root)));
    }

    synchronized void add(List<StoredSnapshot> more) {
        waiting.addAll(more);
    }

    /** What is to be stored, once. */
    synchronized List<StoredSnapshot> take() {
        List<StoredSnapshot> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
