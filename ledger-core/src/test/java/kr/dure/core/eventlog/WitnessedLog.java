package kr.dure.core.eventlog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kr.dure.core.Features;
import kr.dure.core.id.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * The log of all simulated nodes, and a witness who looks at all that is appended with eyes of its own: positions, times,
 * sequences, operations, and by whom.
 */
final class WitnessedLog {
    private static final Pattern EXPIRY = Pattern.compile("\"expiresOn\":\"([^\"]+)\"");

    private static final EventCodec CODEC = EventCodec.of(Features.all());

    final MemoryLog log = new MemoryLog();
    /** What was decided, in the order of the decisions. */
    final List<Operation> decided = new ArrayList<>();

    private final Consumer<String> complain;
    private final List<Late> late = new ArrayList<>();
    private final Map<String, StoredRefusal> refusals = new HashMap<>();
    private final Map<String, StoredEvent> operations = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, LocalDate> expiries = new TreeMap<>();
    private Instant latest = Instant.EPOCH;
    private long position;
    private long epoch;

    WitnessedLog(Consumer<String> complain) {
        this.complain = complain;
    }

    long takeLease(String holder) {
        epoch = log.takeLease(holder);
        return epoch;
    }

    /** @param deciding the operations of the batch, in order; those that were known before among them */
    void append(LogBatch batch, long holder, List<Operation> deciding) {
        try {
            log.append(batch, holder);
        } catch (LogRefused refused) {
            complain.accept("the log refused a batch: " + refused.getMessage());
            throw refused;
        }
        require(holder == epoch, "a stale node appended", batch);
        Instant before = latest;
        batch.events().forEach(this::witness);
        batch.refusals().forEach(refusal -> witness(refusal, before));
        noteOrder(batch, deciding);
    }

    private void noteOrder(LogBatch batch, List<Operation> deciding) {
        Map<String, Decision> fresh = new HashMap<>();
        for (StoredEvent event : batch.events()) {
            if (event.operation() != null) {
                fresh.put(event.operation(), new Decision(event.digest(), event.at()));
            }
        }
        for (StoredRefusal refusal : batch.refusals()) {
            fresh.put(refusal.operation(), new Decision(refusal.digest(), refusal.at()));
        }
        for (Operation operation : deciding) {
            var decision = fresh.get(operation.id().value());
            if (decision != null && decision.isOn(operation)) {
                fresh.remove(operation.id().value());
                decided.add(operation);
            }
        }
        require(fresh.isEmpty(), "operations that nobody asked for", fresh.keySet());
    }

    private record Decision(byte[] digest, Instant at) {
        boolean isOn(Operation operation) {
            return Arrays.equals(digest, operation.digest())
                    && (operation.at() == null || operation.at().equals(at));
        }
    }

    private void witness(StoredRefusal refusal, Instant before) {
        require(ids.add(refusal.operation()), "one operation twice", refusal);
        require(!refusal.at().isBefore(before), "time went back", refusal);
        refusals.put(refusal.operation(), refusal);
        latest = refusal.at().isAfter(latest) ? refusal.at() : latest;
    }

    private void witness(StoredEvent event) {
        require(event.position() == ++position, "a gap or a second event at", event);
        require(!event.at().isBefore(latest), "time went back", event);
        latest = event.at();
        long sequence = sequences.merge(event.stream(), 0L, (before, zero) -> before + 1);
        require(event.sequence() == sequence, "a gap in a stream", event);
        if (event.operation() != null) {
            require(ids.add(event.operation()), "one operation twice", event);
            operations.put(event.operation(), event);
        }
        var expiry = EXPIRY.matcher(event.payload());
        while (event.stream().startsWith("wallet/") && expiry.find()) {
            expiries.merge(event.stream(), LocalDate.parse(expiry.group(1)), (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** An append that is still on its way though whoever sent it is dead. */
    void sendLate(LogBatch batch, long holder, List<Operation> deciding) {
        late.add(new Late(batch, holder, List.copyOf(deciding)));
    }

    boolean hasLate() {
        return !late.isEmpty();
    }

    /** @return whether it was in time */
    boolean arriveLate() {
        var append = late.removeFirst();
        try {
            append(append.batch(), append.holder(), append.deciding());
            return true;
        } catch (LeaseLost tooLate) {
            return false;
        }
    }

    private record Late(LogBatch batch, long holder, List<Operation> deciding) {}

    boolean holds(Operation operation) {
        return ids.contains(operation.id().value());
    }

    /** Whether an answer is what the log holds of the operation at this moment, which it will hold for ever. */
    boolean bears(Operation operation, Answer answer) {
        String id = operation.id().value();
        var event = operations.get(id);
        var refusal = refusals.get(id);
        if (answer instanceof Answer.TimeWentBack back) {
            return operation.at() != null
                    && operation.at().isBefore(back.latest())
                    && !back.latest().isAfter(latest);
        }
        if (event == null && refusal == null) {
            return false;
        }
        if (!Arrays.equals(event != null ? event.digest() : refusal.digest(), operation.digest())) {
            return answer instanceof Answer.IdReused;
        }
        return answer.equals((event != null ? Known.of(event, CODEC) : Known.of(refusal)).answer());
    }

    /** At least every wallet with money in a pot that expired before a day. */
    List<WalletId> expiredBefore(LocalDate day) {
        return expiries.entrySet().stream()
                .filter(expiry -> expiry.getValue().isBefore(day))
                .map(expiry -> new WalletId(expiry.getKey().substring("wallet/".length())))
                .toList();
    }

    @Nullable
    StoredRefusal refusal(Operation operation) {
        return refusals.get(operation.id().value());
    }

    @Nullable
    StoredEvent event(Operation operation) {
        return operations.get(operation.id().value());
    }

    private void require(boolean right, String why, Object what) {
        if (!right) {
            complain.accept(why + " " + what);
        }
    }
}
