package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.vault.SealedPerson;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What a batch has decided so far, in the form in which the log keeps it. */
final class Draft {
    private final EventCodec codec;
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StoredRefusal> refusals = new ArrayList<>();
    private final List<SealedPerson> people = new ArrayList<>();
    private long head;

    Draft(EventCodec codec) {
        this.codec = codec;
    }

    /** @param newHead the position of the last event of the log that comes before */
    void begin(long newHead) {
        head = newHead;
        events.clear();
        refusals.clear();
        people.clear();
    }

    /** The position of its last event, or of the log's if it has none. */
    long end() {
        return head + events.size();
    }

    /** @param operation whose first event this is, if it is one's */
    StoredEvent add(DomainEventMessage<?> message, @Nullable Operation operation) {
        var event = (LedgerEvent) message.getPayload();
        var subject = event.subject();
        var stored = new StoredEvent(
                end() + 1,
                message.getTimestamp(),
                codec.type(event),
                codec.revision(event),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                operation == null ? null : operation.id().value(),
                operation == null ? null : operation.digest(),
                subject == null ? null : subject.name(),
                codec.write(event));
        events.add(stored);
        return stored;
    }

    Answer.Refused add(Refusal refusal, Operation operation, Instant at) {
        var answer = form(refusal);
        refusals.add(
                new StoredRefusal(operation.id().value(), operation.digest(), at, answer.code(), answer.figures()));
        return answer;
    }

    static Answer.Refused form(Refusal refusal) {
        return new Answer.Refused(refusal.code(), EventCodec.MAPPER.writeValueAsString(refusal));
    }

    void add(SealedPerson person) {
        people.add(person);
    }

    LogBatch batch() {
        return new LogBatch(List.copyOf(events), List.copyOf(refusals), List.copyOf(people));
    }

    /** Axon hands over, at the root's commit, the very events that were decided. */
    void check(List<? extends EventMessage<?>> published) {
        if (published.size() != events.size()) {
            throw new IllegalStateException(published.size() + " events published, " + events.size() + " decided");
        }
    }
}
