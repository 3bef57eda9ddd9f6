package kr.dure.core.eventlog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kr.dure.core.genesis.Charter;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerId;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Recorded;
import kr.dure.core.ledger.Records;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.vault.People;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.vault.Vault;
import kr.dure.core.wallet.ExpiringWallets;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Decides batches of operations, one after the other, on one thread. All of a batch is one root unit of work and one
 * transaction; each command has a nested unit of work, which rolls back alone.
 */
final class Decider {
    private static final int PAGE = 5_000;

    private final LogStore store;
    private final EventCodec codec;
    private final LedgerOpened genesis;
    private final Vault vault;
    private final Clock clock;
    private final Sweeps sweeps;
    private final Draft draft;
    private final Bounds bounds;
    private final Recall recall;
    private final RecentPeople people;
    private final Staging staging = new Staging();
    private final Snapshots snapshots = new Snapshots();
    private final LedgerEventStore eventStore;
    private final Machinery machinery;

    private Prefetched prefetched = Prefetched.NOTHING;
    private long epoch;
    private long batch;
    private volatile long head;
    private long checkpointed;
    private Instant latest = Instant.EPOCH;
    private boolean certain;

    Decider(WriterSettings settings) {
        this(settings, Bounds.USUAL);
    }

    Decider(WriterSettings settings, Bounds bounds) {
        Clockwork.install();
        this.bounds = bounds;
        this.store = settings.store();
        this.genesis = settings.genesis();
        this.vault = settings.vault();
        this.clock = settings.clock();
        this.codec = EventCodec.of(settings.features());
        this.draft = new Draft(codec);
        this.recall = new Recall(store, codec, settings.metrics(), bounds);
        this.sweeps = new Sweeps(settings.sweeps(), recall, clock, this::head);
        this.people = new RecentPeople(store, vault, settings.metrics());
        this.eventStore =
                new LedgerEventStore(new LogStorageEngine(store, recall, codec, snapshots, draft::check), staging);
        var context = new DecisionContext();
        context.provide(Moment.class, Clockwork::now);
        context.provide(Records.class, () -> recall);
        context.provide(People.class, () -> people);
        context.provide(ExpiringWallets.class, () -> today -> sweeps.wallets(today, prefetched));
        this.machinery = new Machinery(context, eventStore, snapshots, settings.aggregatesCached(), bounds);
        for (Feature feature : settings.features()) {
            feature.join(machinery);
        }
    }

    /**
     * Takes up the log with a lease of its own; an empty one gets its first event.
     *
     * @throws IllegalStateException if the log is another ledger's
     */
    void start(long newEpoch) {
        epoch = newEpoch;
        if (store.head() == 0) {
            store.append(new LogBatch(List.of(firstEvent()), List.of(), List.of()), epoch);
        }
        readAnew();
        recall.begin(head);
        if (!genesis.equals(charter().opened())) {
            throw new IllegalStateException(
                    "this log was opened as " + charter().opened() + ", not as " + genesis);
        }
    }

    /** The operations of a simulation may lie at any time, so its ledger is older than all of them. */
    private StoredEvent firstEvent() {
        Instant at = genesis.kind() == LedgerKind.SIMULATION ? Instant.EPOCH : clock.instant();
        String stream = LedgerId.THE_LEDGER.toString();
        String payload = codec.write(genesis);
        return new StoredEvent(
                1, at, codec.type(genesis), codec.revision(genesis), stream, 0, null, null, null, payload);
    }

    LedgerEventStore eventStore() {
        return eventStore;
    }

    Machinery machinery() {
        return machinery;
    }

    Charter charter() {
        return machinery.books().get(Charter.class);
    }

    /** The position of the last event that is known to be durable. */
    long head() {
        return head;
    }

    /** Learns which operations were answered before the start; until then each is looked up. Any thread. */
    void learn() throws InterruptedException {
        recall.learn();
    }

    /** Whether all that an operation will need is in memory; any thread. */
    boolean isAtHand(Operation operation) {
        return !operation.command().sweepsExpired() && recall.isAtHand(operation, machinery::isCached);
    }

    /** Reads what some operations will need; any thread. */
    Prefetched prefetch(Collection<Operation> chunk) {
        boolean sweep = chunk.stream().anyMatch(operation -> operation.command().sweepsExpired());
        return recall.prefetch(chunk, machinery::isCached, sweep ? sweeps::before : null);
    }

    /**
     * Decides a batch, up to the first fault, and commits it.
     *
     * @return the replies, in the order of the operations; those after a fault are not decided yet, for they may rely on
     *     what came before them
     * @throws LeaseLost if another node has taken over: nothing happened, and nothing will any more
     * @throws OutcomeUnknown if the batch may or may not have been committed
     */
    List<Reply> decide(List<Prepared> operations) {
        if (!certain) {
            readAnew();
        }
        batch++;
        var root = DefaultUnitOfWork.startAndGet(null);
        try {
            root.onCommit(work -> append());
            List<Reply> replies = new ArrayList<>(operations.size());
            for (Prepared operation : operations) {
                var reply = decide(operation);
                replies.add(reply);
                if (reply.fault() != null) {
                    break;
                }
            }
            root.commit();
            committed();
            return replies;
        } catch (RuntimeException | Error failure) {
            certain = false;
            if (root.isActive()) {
                root.rollback(failure);
            }
            throw failure;
        } finally {
            staging.clear();
            draft.begin(head);
        }
    }

    /** Decides an operation as if, and forgets it. It claims no id, and nothing of it reaches the log. */
    Reply rehearse(Prepared rehearsal) {
        if (!certain) {
            readAnew();
        }
        var operation = rehearsal.operation();
        prefetched = rehearsal.prefetched();
        recall.use(prefetched);
        var now = new Moment(time(operation));
        var root = DefaultUnitOfWork.startAndGet(null);
        try {
            Clockwork.set(now);
            CommandResultMessage<Object> result = dispatch(operation);
            return result.isExceptional()
                    ? new Reply(null, result.exceptionResult())
                    : new Reply(asIf((Outcome) result.getPayload()), null);
        } finally {
            root.rollback();
            forgetRehearsal();
        }
    }

    private Answer asIf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> {
                var first = staging.undecided().stream()
                        .filter(message -> !((LedgerEvent) message.getPayload()).ofTime())
                        .findFirst()
                        .orElseThrow();
                yield new Answer.Accepted(draft.end() + 1, first.getTimestamp(), (LedgerEvent) first.getPayload());
            }
            case Refusal refusal -> Draft.form(refusal);
        };
    }

    /** What has gone through a rehearsal is not what the log says, and is read again. */
    private void forgetRehearsal() {
        for (DomainEventMessage<?> message : staging.undecided()) {
            var repository = machinery.repositoryOf(message.getAggregateIdentifier());
            Objects.requireNonNull(repository).forget(message.getAggregateIdentifier());
        }
        staging.clear();
    }

    private Instant time(Operation operation) {
        return genesis.kind() == LedgerKind.SIMULATION && operation.at() != null
                ? operation.at()
                : latest(clock.instant());
    }

    private Reply decide(Prepared prepared) {
        var operation = prepared.operation();
        prefetched = prepared.prefetched();
        recall.use(prefetched);
        Known known = recall.answer(operation.id());
        if (known != null) {
            return new Reply(known.answerTo(operation.digest()), null);
        }
        Instant at = time(operation);
        if (at.isBefore(latest)) {
            return new Reply(new Answer.TimeWentBack(latest), null);
        }
        var now = new Moment(at);
        Clockwork.set(now);
        CommandResultMessage<Object> result = dispatch(operation);
        if (result.isExceptional()) {
            machinery.repositories().forEach(StreamRepository::clear);
            return new Reply(null, result.exceptionResult());
        }
        latest = at;
        machinery.repositories().forEach(StreamRepository::trim);
        return new Reply(keep(operation, now, (Outcome) result.getPayload()), null);
    }

    private CommandResultMessage<Object> dispatch(Operation operation) {
        var results = new ArrayList<CommandResultMessage<?>>(1);
        machinery
                .commands()
                .dispatch(
                        new GenericCommandMessage<Object>(operation.command()),
                        (command, result) -> results.add(result));
        @SuppressWarnings("unchecked")
        var result = (CommandResultMessage<Object>) results.getFirst();
        return result;
    }

    private Instant latest(Instant now) {
        return now.isAfter(latest) ? now : latest;
    }

    /** Notes what was decided, so that the next decision sees it. */
    private Answer keep(Operation operation, Moment now, Outcome outcome) {
        Answer.@Nullable Accepted first = null;
        for (DomainEventMessage<?> message : staging.undecided()) {
            var event = (LedgerEvent) message.getPayload();
            boolean isFirst = first == null && !event.ofTime();
            var stored = draft.add(message, isFirst && outcome instanceof Outcome.Accepted ? operation : null);
            first = isFirst ? new Answer.Accepted(stored.position(), stored.at(), event) : first;
            machinery.books().fold(event, now.at());
            recall.recent().appended(batch, stored, new Recorded<>(event, now.at()));
        }
        staging.keep();
        Answer answer = switch (outcome) {
            case Outcome.Accepted _ -> accepted(operation, first);
            case Refusal refusal -> refused(operation, now, refusal, first);
        };
        recall.answered(batch, operation.id(), new Known(operation.digest(), answer));
        return answer;
    }

    private Answer accepted(Operation operation, Answer.@Nullable Accepted first) {
        if (first == null) {
            throw new IllegalStateException("accepted without an event: " + operation.command());
        }
        PersonalData data = operation.command().personalData();
        if (data != null) {
            draft.add(vault.seal(data));
            people.add(data);
        }
        return first;
    }

    private Answer refused(Operation operation, Moment now, Refusal refusal, Answer.@Nullable Accepted first) {
        if (first != null) {
            throw new IllegalStateException("refused with an event: " + operation.command());
        }
        return draft.add(refusal, operation, now.at());
    }

    private void append() {
        var appended = draft.batch();
        if (!appended.isEmpty()) {
            store.append(appended, epoch);
        }
    }

    private void committed() {
        head = draft.end();
        recall.committed(batch);
        machinery.repositories().forEach(StreamRepository::snapshot);
        checkpoint(bounds.eventsPerCheckpoint());
    }

    /** Lets the next start fold less than so many events. */
    private void checkpoint(long events) {
        if (head - checkpointed >= events) {
            snapshots.add(machinery.books().checkpoint(head));
            checkpointed = head;
        }
    }

    /** Snapshots that wait to be stored, off the writer's thread. */
    List<StoredSnapshot> takeSnapshots() {
        return snapshots.take();
    }

    /** Nothing in memory is certain any more: all of it is read again from the log. */
    private void readAnew() {
        staging.clear();
        machinery.repositories().forEach(StreamRepository::clear);
        people.clear();
        recall.forget(batch);
        long position = machinery.books().open(store.streams(machinery.books().checkpoints()));
        checkpointed = position;
        for (List<StoredEvent> page = store.read(position, PAGE); !page.isEmpty(); page = store.read(position, PAGE)) {
            page.forEach(event -> machinery.books().fold(codec.read(event), event.at()));
            position = page.getLast().position();
        }
        head = position;
        draft.begin(head);
        checkpoint(bounds.eventsPerCheckpointAtStart());
        latest = store.latestTime();
        certain = true;
    }
}
