package kr.dure.api.projection;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.ledger.Moment;

/** The days of a log that have events, and the position at which each begins. */
public final class LogDays {
    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private Moment latest = Nanos.toMoment(0);

    /** Whole batches come in their order; none spans a midnight. */
    void add(Batch batch) {
        latest = Nanos.toMoment(batch.at());
        long day = latest.date().toEpochDay();
        if (numbers.isEmpty() || numbers.getLast() != day) {
            numbers.add(day);
            starts.add(batch.after() + 1);
        }
    }

    /** Their numbers since 1970. */
    public long[] numbers() {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    public long[] starts() {
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    /** The time of the newest event. */
    public Moment latest() {
        return latest;
    }
}
