package kr.dure.core.eventlog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kr.dure.core.Features;
import kr.dure.core.Town;
import kr.dure.core.eventlog.Clerk.Waiting;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.ledger.Feature;
import org.jspecify.annotations.Nullable;

/** A node: the writer's clerk with its queues, and a life that may end at any time with all that was in memory. */
final class SimulatedNode {
    enum Life {
        DOWN,
        RUNNING,
        /** It does nothing, and does not know that it does nothing. */
        PAUSED
    }

    final String name;
    private final Chance chance;
    private final WriterSettings settings;
    private final Bounds bounds;
    private final List<Waiting> incoming = new ArrayList<>();
    private final List<Waiting> ready = new ArrayList<>();
    private final List<Waiting> deciding = new ArrayList<>();
    private final List<Runnable> storing = new ArrayList<>();
    private Life life = Life.DOWN;
    private @Nullable Decider fresh;
    private Decider decider;
    private Clerk clerk;
    private boolean certain;
    private boolean readingAhead;

    SimulatedNode(
            String name, WitnessedLog log, Faults faults, Chance chance, LedgerKind kind, Clock clock, Bounds bounds) {
        this.name = name;
        this.bounds = bounds;
        this.chance = chance;
        var line = new FaultyLog(log, faults, chance, this::undecided, this::decideMeanwhile);
        this.settings = settings(line, log, kind, clock, chance.of(List.of(1, 2, 3, 1_000)));
    }

    static WriterSettings settings(LogStore store, WitnessedLog log, LedgerKind kind, Clock clock, long cached) {
        return new WriterSettings(
                store,
                new LedgerOpened(kind, "keys of a simulation"),
                features(),
                new Town.BareVault(),
                (day, position) -> log.expiredBefore(day),
                clock,
                LogMetrics.NONE,
                cached);
    }

    private static List<Feature> features() {
        var features = new ArrayList<>(Features.all());
        features.add(new Stumbling());
        return features;
    }

    Life life() {
        return life;
    }

    int queue() {
        return incoming.size() + ready.size();
    }

    int snapshotsToStore() {
        return storing.size();
    }

    /** Nothing has gone wrong since it last read the log. */
    boolean isCertain() {
        return life == Life.RUNNING && certain;
    }

    Decider decider() {
        return decider;
    }

    /** @return why it did not start, if it did not */
    @Nullable
    Throwable start() {
        die(new FaultyLog.Death());
        if (fresh == null) {
            fresh = new Decider(settings, bounds);
        }
        try {
            long epoch = settings.store().takeLease(name);
            fresh.start(epoch);
            if (epoch % 2 == 0) {
                fresh.learn();
            }
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        } catch (LogUnavailable | LogRefused | LeaseLost | OutcomeUnknown | FaultyLog.Death failure) {
            return failure;
        }
        decider = fresh;
        clerk = new Clerk(settings, fresh, storing::add);
        fresh = null;
        life = Life.RUNNING;
        certain = true;
        return null;
    }

    void pause() {
        life = Life.PAUSED;
    }

    void goOn() {
        life = Life.RUNNING;
    }

    /** All that waits gets to know; snapshots on their way may still arrive. */
    void die(Throwable why) {
        life = Life.DOWN;
        List<Waiting> lost = new ArrayList<>(deciding);
        lost.addAll(ready);
        lost.addAll(incoming);
        List.of(deciding, ready, incoming).forEach(List::clear);
        lost.forEach(waiting -> waiting.fail(why));
    }

    Clerk clerk() {
        return clerk;
    }

    CompletableFuture<Answer> submit(Waiting waiting) {
        if (life == Life.DOWN) {
            waiting.fail(new FaultyLog.Death());
        } else {
            incoming.add(waiting);
        }
        return waiting.answer();
    }

    void readAhead(int most) {
        var chunk = take(incoming, most);
        if (chunk.isEmpty()) {
            return;
        }
        readingAhead = true;
        clerk.readAhead(chunk);
        readingAhead = false;
        if (life == Life.DOWN) {
            chunk.forEach(waiting -> waiting.fail(new FaultyLog.Death()));
        } else {
            ready.addAll(chunk);
        }
    }

    /** In the life of a node, reading ahead and deciding are two threads. */
    private void decideMeanwhile() {
        if (readingAhead && chance.percent(10)) {
            readingAhead = false;
            decide(chance.between(1, 4));
            readingAhead = life == Life.RUNNING;
        }
    }

    void decide(int most) {
        deciding.addAll(take(ready, most));
        if (deciding.isEmpty()) {
            return;
        }
        var batch = List.copyOf(deciding);
        try {
            clerk.decide(batch);
            certain = batch.stream().noneMatch(waiting -> waiting.answer().isCompletedExceptionally());
            deciding.clear();
            if (batch.stream().anyMatch(SimulatedNode::died)) {
                die(new FaultyLog.Death());
            }
        } catch (LeaseLost lost) {
            die(lost);
        }
    }

    private static boolean died(Waiting waiting) {
        return waiting.answer().isCompletedExceptionally()
                && waiting.answer().exceptionNow() instanceof FaultyLog.Death;
    }

    private List<Operation> undecided() {
        return deciding.stream()
                .filter(waiting -> !waiting.answer().isDone())
                .map(Waiting::operation)
                .toList();
    }

    private static List<Waiting> take(List<Waiting> queue, int most) {
        var first = queue.subList(0, Math.min(most, queue.size()));
        var taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    /** In any order, or never. */
    void storeSnapshots(int which, boolean lost) {
        var task = storing.remove(which);
        if (!lost) {
            task.run();
        }
    }
}
