package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;

/** Where the log is kept. One contract, held by PostgreSQL and by a memory for simulations. */
public interface LogStore {
    /** The position of the newest event; 0 for an empty log. */
    long head();

    /** The time of the newest event or refusal; {@link Instant#EPOCH} for an empty log. */
    Instant latestTime();

    /**
     * Takes the lease: from now on nobody with an older epoch can append.
     *
     * @throws LeaseHeld if another node holds it and lives
     */
    long takeLease(String holder);

    /** How the lease stands; cheap enough to be asked every second. */
    Lease lease();

    /** Gives the lease back, if it is still held. */
    void releaseLease();

    /**
     * Appends a batch in one transaction, durably, or not at all.
     *
     * @throws LeaseLost if another node has taken the lease: nothing was appended
     * @throws OutcomeUnknown if it cannot be told whether it was appended; what is read after that does not change any more
     * @throws LogRefused if the batch cannot be in this log: nothing was appended
     * @throws LogUnavailable if the log can take nothing just now: nothing was appended
     */
    void append(LogBatch batch, long epoch);

    /** Events after a position, in order, at most {@code limit}. */
    List<StoredEvent> read(long after, int limit);

    /** Those among some operations that were answered. */
    Answered answered(Collection<String> operations);

    /** The next ids of answered operations after one, in an order of the store's own; none after the last. */
    List<String> operationsAfter(String id);

    /** The latest event on each of some subjects. */
    Map<String, StoredEvent> latestOn(Collection<String> subjects);

    /** Some streams from their newest snapshot on; a stream that has neither is left out. */
    Map<String, StreamTail> streams(Collection<String> streams);

    /** All events of a stream, in order. */
    List<StoredEvent> wholeStream(String stream);

    /** Keeps snapshots, the newest of each stream; of two at the same event, the later one. */
    void keep(Collection<StoredSnapshot> snapshots);

    /** What is sealed of a person, or nothing. */
    Map<PersonId, SealedPerson> people(Collection<PersonId> people);
}
