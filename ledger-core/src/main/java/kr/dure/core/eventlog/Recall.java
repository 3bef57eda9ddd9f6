package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kr.dure.core.eventlog.Prefetched.Sweep;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What the log holds, for the writer: from what it did last, else from what was read before the command's turn, else,
 * counted, from the log itself.
 */
final class Recall implements Records {
    private static final int SPARE_OPERATIONS = 1_000_000;

    private final LogStore store;
    private final EventCodec codec;
    private final LogMetrics metrics;
    private final Recent recent;
    private OperationFilter filter = new OperationFilter(1);
    private volatile boolean learned;
    private volatile long committed;
    private Prefetched prefetched = Prefetched.NOTHING;

    Recall(LogStore store, EventCodec codec, LogMetrics metrics, Bounds bounds) {
        this.store = store;
        this.codec = codec;
        this.metrics = metrics;
        this.recent = new Recent(bounds.operationsRemembered());
    }

    /** What is answered from now on is noticed. All is looked up until what was before is {@link #learn learned}, too. */
    void begin(long head) {
        learned = false;
        filter = new OperationFilter(head + head / 4 + SPARE_OPERATIONS);
    }

    // ------------------------------------------------------------------------- before a command's turn, any thread

    /** Reads the ids of all that was answered before the beginning: what is not among them need not be looked up. */
    void learn() throws InterruptedException {
        List<String> page = store.operationsAfter("");
        while (!page.isEmpty()) {
            page.forEach(filter::add);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            page = store.operationsAfter(page.getLast());
        }
        learned = true;
    }

    /** What was never answered needs no looking up. */
    private boolean mayKnow(String operation) {
        return !learned || filter.mayKnow(operation);
    }

    /** Whether an operation needs nothing of the log. */
    boolean isAtHand(Operation operation, Predicate<String> isCached) {
        var wanted = Wanted.by(List.of(operation));
        return wanted.operations.stream().noneMatch(this::mayKnow)
                && wanted.subjects.isEmpty()
                && wanted.streams.stream().allMatch(isCached);
    }

    Prefetched prefetch(
            Collection<Operation> chunk,
            Predicate<String> isCached,
            @Nullable Function<Collection<Operation>, Sweep> sweep) {
        long asOf = committed;
        var wanted = Wanted.by(chunk);
        var answered =
                store.answered(wanted.operations.stream().filter(this::mayKnow).toList());
        var subjects = wanted.subjects.isEmpty() ? Map.<String, StoredEvent>of() : store.latestOn(wanted.subjects);
        answered.accepted().values().forEach(found -> wanted.streams.add(found.stream()));
        var swept = sweep == null ? Sweep.NONE : sweep.apply(chunk);
        swept.wallets().forEach(wallet -> wanted.streams.add(wallet.toString()));
        wanted.streams.removeIf(isCached);
        var streams = wanted.streams.isEmpty() ? Map.<String, StreamTail>of() : store.streams(wanted.streams);
        return new Prefetched(asOf, wanted, answered, subjects, streams, swept);
    }

    // ------------------------------------------------------------------------- on the writer's thread

    void use(Prefetched read) {
        prefetched = read;
    }

    Recent recent() {
        return recent;
    }

    /** Before it is committed, and thus before anybody can ask again. */
    void answered(long batch, OperationId operation, Known known) {
        filter.add(operation.value());
        recent.answered(batch, operation.value(), known);
    }

    void committed(long batch) {
        committed = batch;
        recent.tidy(batch + 1);
    }

    /** Nothing that is remembered is certain any more. */
    void forget(long batch) {
        prefetched = Prefetched.NOTHING;
        committed = batch;
        recent.clear(batch);
    }

    @Nullable
    Known answer(OperationId operation) {
        String id = operation.value();
        Known known = recent.answer(id);
        if (known != null || !mayKnow(id)) {
            return known;
        }
        if (covers(prefetched.wanted().operations, id)) {
            return prefetched.answered().known(id, codec);
        }
        metrics.missed();
        return store.answered(List.of(id)).known(id, codec);
    }

    @Override
    public Optional<Recorded<LedgerEvent>> operation(OperationId operation) {
        String id = operation.value();
        var fresh = recent.operation(id);
        if (fresh != null) {
            return Optional.of(fresh);
        }
        if (!mayKnow(id)) {
            return Optional.empty();
        }
        if (covers(prefetched.wanted().operations, id)) {
            return recorded(prefetched.answered().accepted().get(id));
        }
        metrics.missed();
        return recorded(store.answered(List.of(id)).accepted().get(id));
    }

    @Override
    public Optional<Recorded<LedgerEvent>> latestOn(Subject subject) {
        var fresh = recent.subject(subject.name());
        if (fresh != null) {
            return Optional.of(fresh);
        }
        if (covers(prefetched.wanted().subjects, subject.name())) {
            return recorded(prefetched.subjects().get(subject.name()));
        }
        metrics.missed();
        return recorded(store.latestOn(List.of(subject.name())).get(subject.name()));
    }

    /** What is committed of a stream. */
    StreamTail tail(String stream) {
        if (covers(prefetched.wanted().streams, stream) && !recent.touchedSince(stream, prefetched.asOf())) {
            return prefetched.streams().getOrDefault(stream, StreamTail.EMPTY);
        }
        metrics.missed();
        return store.streams(List.of(stream)).getOrDefault(stream, StreamTail.EMPTY);
    }

    private boolean covers(Collection<String> wanted, String key) {
        return prefetched.asOf() >= recent.floor() && wanted.contains(key);
    }

    private Optional<Recorded<LedgerEvent>> recorded(@Nullable StoredEvent stored) {
        return stored == null ? Optional.empty() : Optional.of(new Recorded<>(codec.read(stored), stored.at()));
    }
}
