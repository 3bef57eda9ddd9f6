package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.dure.core.eventlog.Faults.Kind;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;

/** One node's line to the log, on which things go wrong by chance. */
final class FaultyLog implements LogStore {
    private final WitnessedLog witnessed;
    private final LogStore log;
    private final Faults faults;
    private final Chance chance;
    private final Supplier<List<Operation>> deciding;
    private final Runnable meanwhile;

    /**
     * @param deciding the operations of the batch that the node decides, as far as they are not answered
     * @param meanwhile what else the node may do before something is read
     */
    FaultyLog(
            WitnessedLog witnessed,
            Faults faults,
            Chance chance,
            Supplier<List<Operation>> deciding,
            Runnable meanwhile) {
        this.witnessed = witnessed;
        this.log = witnessed.log;
        this.faults = faults;
        this.chance = chance;
        this.deciding = deciding;
        this.meanwhile = meanwhile;
    }

    /** The node is gone, in the middle of an append. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the node died", null, false, false);
        }
    }

    @Override
    public void append(LogBatch batch, long epoch) {
        if (faults.strikes(Kind.LEASE_TAKEN)) {
            witnessed.takeLease("a node that dies at once");
        }
        if (faults.strikes(Kind.APPEND_UNAVAILABLE)) {
            throw new LogUnavailable("disk full", new IllegalStateException());
        }
        if (faults.strikes(Kind.APPEND_REFUSED)) {
            throw new LogRefused("too wide", null);
        }
        if (faults.strikes(Kind.APPEND_LOST)) {
            throw new OutcomeUnknown(new IllegalStateException("lost before the commit"));
        }
        if (faults.strikes(Kind.DEATH_IN_APPEND)) {
            dieIn(batch, epoch);
        }
        witnessed.append(batch, epoch, deciding.get());
        if (faults.strikes(Kind.ANSWER_LOST)) {
            throw new OutcomeUnknown(new IllegalStateException("lost after the commit"));
        }
    }

    private void dieIn(LogBatch batch, long epoch) {
        switch (chance.below(3)) {
            case 0 -> {}
            case 1 -> witnessed.append(batch, epoch, deciding.get());
            default -> witnessed.sendLate(batch, epoch, deciding.get());
        }
        throw new Death();
    }

    private LogStore reading() {
        meanwhile.run();
        if (faults.strikes(Kind.READ_UNAVAILABLE)) {
            throw new LogUnavailable("the line is dead", new IllegalStateException());
        }
        return log;
    }

    @Override
    public void keep(Collection<StoredSnapshot> snapshots) {
        if (!faults.strikes(Kind.SNAPSHOTS_LOST)) {
            log.keep(snapshots);
            return;
        }
        List<StoredSnapshot> some = new ArrayList<>(snapshots);
        some.removeIf(snapshot -> chance.percent(50));
        log.keep(some);
        throw new LogUnavailable("some snapshots were lost", new IllegalStateException());
    }

    @Override
    public long head() {
        return reading().head();
    }

    @Override
    public Instant latestTime() {
        return reading().latestTime();
    }

    @Override
    public long takeLease(String holder) {
        return witnessed.takeLease(holder);
    }

    @Override
    public Lease lease() {
        return reading().lease();
    }

    @Override
    public void releaseLease() {
        throw new IllegalStateException("simulated nodes die or lose it");
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        return reading().read(after, limit);
    }

    @Override
    public Answered answered(Collection<String> operations) {
        return reading().answered(operations);
    }

    @Override
    public List<String> operationsAfter(String id) {
        return log.operationsAfter(id);
    }

    @Override
    public Map<String, StoredEvent> latestOn(Collection<String> subjects) {
        return reading().latestOn(subjects);
    }

    @Override
    public Map<String, StreamTail> streams(Collection<String> streams) {
        return reading().streams(streams);
    }

    @Override
    public List<StoredEvent> wholeStream(String stream) {
        return reading().wholeStream(stream);
    }

    @Override
    public Map<PersonId, SealedPerson> people(Collection<PersonId> people) {
        return reading().people(people);
    }
}
