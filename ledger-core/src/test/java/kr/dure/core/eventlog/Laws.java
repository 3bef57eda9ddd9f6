package kr.dure.core.eventlog;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import kr.dure.core.Features;
import kr.dure.core.account.Posting;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.money.Unit;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of a log, and of a node that works on it, whatever has gone wrong on the way. */
final class Laws {
    private static final SnapshotCodec STATES = new SnapshotCodec();
    private static final EventCodec EVENTS = EventCodec.of(Features.all());

    private final WitnessedLog log;
    private final LedgerKind kind;
    private final Consumer<String> complain;

    Laws(WitnessedLog log, LedgerKind kind, Consumer<String> complain) {
        this.log = log;
        this.kind = kind;
        this.complain = complain;
    }

    void holdAtTheEnd(SimulatedNode last) {
        var second = itIsAsIfNothingHadGoneWrong();
        same("the head", second.head(), last.decider().head());
        memoryIsWhatTheLogSays(last, second);
        whatIsLoadedIsWhatTheLogSays(last, second);
        moneyIsWhereTheWalletsSay(second);
    }

    /** What a node has in memory is what the log says, unless it has lost the lease and does not know yet. */
    void holdIn(SimulatedNode node) {
        if (node.decider().head() == log.log.head()) {
            memoryIsWhatTheLogSays(node, folded());
        }
    }

    // ------------------------------------------------------------------------- memory

    private Decider folded() {
        var copy = new MemoryLog();
        long epoch = copy.takeLease("who folds");
        copy.append(new LogBatch(log.log.read(0, Integer.MAX_VALUE), List.of(), List.of()), epoch);
        return decider(copy, Clock.systemUTC(), epoch);
    }

    private Decider decider(MemoryLog store, Clock clock, long epoch) {
        var decider = new Decider(SimulatedNode.settings(store, log, kind, clock, 1_000));
        decider.start(epoch);
        return decider;
    }

    private void memoryIsWhatTheLogSays(SimulatedNode node, Decider folded) {
        var machinery = node.decider().machinery();
        var books = machinery.books().checkpoint(0).iterator();
        for (StoredSnapshot book : folded.machinery().books().checkpoint(0)) {
            same(book.stream(), read(book.state()), read(books.next().state()));
        }
        machinery
                .repositories()
                .forEach(repository -> repository
                        .cached()
                        .forEach((stream, cached) -> same(stream, state(folded, stream), state(cached))));
    }

    private void whatIsLoadedIsWhatTheLogSays(SimulatedNode node, Decider folded) {
        node.decider().machinery().repositories().forEach(StreamRepository::clear);
        streams().forEach(stream -> same(stream, state(folded, stream), state(node.decider(), stream)));
    }

    private TreeSet<String> streams() {
        var streams = new TreeSet<String>();
        log.log.read(0, Integer.MAX_VALUE).forEach(event -> streams.add(event.stream()));
        return streams;
    }

    private static JsonNode state(Decider decider, String stream) {
        var repository = requireNonNull(decider.machinery().repositoryOf(stream));
        return state((EventSourcedAggregate<?>) repository.load(stream));
    }

    private static JsonNode state(EventSourcedAggregate<?> aggregate) {
        return read(STATES.write(aggregate.getAggregateRoot()));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    // ------------------------------------------------------------------------- money

    private void moneyIsWhereTheWalletsSay(Decider folded) {
        Map<String, Long> balances = new HashMap<>();
        Map<Unit, Long> sums = new HashMap<>();
        for (StoredEvent event : log.log.read(0, Integer.MAX_VALUE)) {
            for (Posting posting : PostingRules.of(EVENTS.read(event))) {
                balances.merge(posting.unit() + " " + posting.account().name(), posting.amount(), Long::sum);
                sums.merge(posting.unit(), posting.amount(), Long::sum);
            }
        }
        sums.forEach((unit, sum) -> same("all " + unit, 0L, sum));
        balances.forEach((account, balance) -> {
            if (account.contains(" transit:")) {
                same(account, 0L, balance);
            }
            if (account.matches("KRW (wallet|hold|merchant|budget):.*") && balance < 0) {
                complain.accept(account + " has " + balance);
            }
        });
        streams().stream()
                .filter(stream -> stream.startsWith("wallet/"))
                .forEach(stream -> moneyIsAsIn(stream, state(folded, stream).at("/state/pots/pots"), balances));
    }

    private void moneyIsAsIn(String stream, JsonNode pots, Map<String, Long> balances) {
        String wallet = stream.substring("wallet/".length());
        long left = 0;
        long held = 0;
        for (JsonNode pot : pots) {
            left += pot.required("left").longValue();
            held += pot.required("held").longValue();
        }
        same("held in " + wallet, held, balances.getOrDefault("KRW hold:" + wallet, 0L));
        same("free in " + wallet, left - held, balances.getOrDefault("KRW wallet:" + wallet, 0L));
    }

    // ------------------------------------------------------------------------- the same without faults

    /**
     * What was decided, decided once more in its order and at its times, one by one on a log without faults.
     *
     * @return who did so, after reading its log anew
     */
    private Decider itIsAsIfNothingHadGoneWrong() {
        var second = new MemoryLog();
        long epoch = second.takeLease("who repeats");
        var clock = new HandClock(log.log.read(0, 1).getFirst().at());
        var decider = decider(second, clock, epoch);
        for (Operation operation : log.decided) {
            var event = log.event(operation);
            clock.at = event != null ? event.at() : log.refusal(operation).at();
            var at = kind == LedgerKind.SIMULATION ? clock.at : null;
            var again = new Operation(operation.id(), operation.digest(), at, operation.command());
            var reply = decider.decide(List.of(new Prepared(again, Prefetched.NOTHING)));
            var answer = reply.getFirst().answer();
            if (answer == null || !log.bears(operation, answer)) {
                complain.accept(operation.id() + " without faults: " + reply.getFirst() + ", not as in " + event);
            }
        }
        var events = second.read(0, Integer.MAX_VALUE).iterator();
        for (StoredEvent event : log.log.read(0, Integer.MAX_VALUE)) {
            same("the log without faults", events.hasNext() ? text(events.next()) : "nothing", text(event));
        }
        same("the log without faults goes on", false, events.hasNext());
        decider.start(epoch);
        return decider;
    }

    private static final class HandClock extends Clock {
        private Instant at;

        HandClock(Instant at) {
            this.at = at;
        }

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static String text(StoredEvent event) {
        return event.position() + " " + event.at() + " " + event.type() + " " + event.revision() + " " + event.stream()
                + " " + event.sequence() + " " + event.operation() + " " + Arrays.toString(event.digest()) + " "
                + event.subject() + " " + event.payload();
    }

    private void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            complain.accept(what + " should be\n" + expected + "\nbut is\n" + actual);
        }
    }
}
