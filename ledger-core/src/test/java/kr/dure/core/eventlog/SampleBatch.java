package kr.dure.core.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;

/** A batch put together for a test, by what matters in it. */
final class SampleBatch {
    static final Instant MORNING = Instant.parse("2026-03-02T00:00:00.000000001Z");

    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StoredRefusal> refusals = new ArrayList<>();
    private final List<SealedPerson> people = new ArrayList<>();

    static SampleBatch batch() {
        return new SampleBatch();
    }

    /** Events of one stream, the first from a position and a sequence on, each of an operation of its own. */
    static LogBatch run(long position, String stream, long sequence, int count) {
        var batch = batch();
        for (int i = 0; i < count; i++) {
            batch.event(position + i, stream, sequence + i, "O" + (position + i), null);
        }
        return batch.build();
    }

    SampleBatch event(long position, String stream, long sequence) {
        return event(position, stream, sequence, "O" + position, null);
    }

    SampleBatch event(long position, String stream, long sequence, String operation, String subject) {
        return event(new StoredEvent(
                position,
                MORNING.plusNanos(position),
                "wallet.MerchantPaid",
                1,
                stream,
                sequence,
                operation,
                operation == null ? null : digest(operation),
                subject,
                "{\"amount\":" + position + "}"));
    }

    SampleBatch event(StoredEvent event) {
        events.add(event);
        return this;
    }

    SampleBatch refusal(String operation) {
        return refusal(operation, MORNING);
    }

    SampleBatch refusal(String operation, Instant at) {
        refusals.add(new StoredRefusal(
                operation, digest(operation), at, "insufficient-balance", "{\"balance\":0,\"amount\":5000}"));
        return this;
    }

    SampleBatch person(String person) {
        people.add(new SealedPerson(new PersonId(person), digest("key of " + person), digest("data of " + person)));
        return this;
    }

    LogBatch build() {
        return new LogBatch(List.copyOf(events), List.copyOf(refusals), List.copyOf(people));
    }

    static byte[] digest(String of) {
        return ("digest of " + of).getBytes(UTF_8);
    }
}
