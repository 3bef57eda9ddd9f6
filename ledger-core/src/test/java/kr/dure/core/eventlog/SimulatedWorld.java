package kr.dure.core.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dure.core.eventlog.SimulatedNode.Life;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.OperationId;
import kr.dure.core.ledger.Command;
import org.jspecify.annotations.Nullable;

/**
 * Nodes, their log and their clients, all moved by one seed on one thread. What happens at each step is drawn; after
 * each step and at the end it must be as the laws say.
 */
final class SimulatedWorld {
    private static final int STEPS = 400;
    private static final int ROUNDS_TO_SETTLE = 20;
    private static final int LINES_SHOWN = 60;

    private final long seed;
    private final Chance chance;
    private final Faults faults;
    private final WitnessedLog log = new WitnessedLog(this::complain);
    private final LedgerKind kind;
    private final Bounds bounds;
    private final RandomCommands commands;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<SimulatedClient> clients = new ArrayList<>();

    private final List<Operation> asked = new ArrayList<>();
    private final Map<String, Integer> timesSent = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> trace = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Instant now = Instant.parse("2026-10-12T00:00:00Z");
    private int step;
    private boolean quiet;

    SimulatedWorld(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.faults = new Faults(chance);
        this.kind = chance.percent(70) ? LedgerKind.PRODUCTION : LedgerKind.SIMULATION;
        this.bounds = new Bounds(
                chance.of(List.of(0, 5, 30, 8_192)),
                chance.of(List.of(1, 3, 10, 100)),
                chance.of(List.of(1, 20, 50_000)),
                chance.of(List.of(1, 10_000)));
        this.commands = new RandomCommands(chance);
        for (int i = chance.between(1, 3); i > 0; i--) {
            var skew = Duration.ofSeconds(chance.between(-120, 120));
            nodes.add(new SimulatedNode("node " + i, log, faults, chance, kind, new NodeClock(skew), bounds));
        }
        for (int i = chance.between(5, 20); i > 0; i--) {
            clients.add(new SimulatedClient("client " + i, this, nodes.getFirst(), chance.percent(30)));
        }
        trace(kind + ", " + nodes.size() + " nodes, " + clients.size() + " clients, " + bounds);
    }

    /** A node's own clock, which is a little wrong. */
    private final class NodeClock extends Clock {
        private final Duration skew;

        NodeClock(Duration skew) {
            this.skew = skew;
        }

        @Override
        public Instant instant() {
            return now.plus(skew);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    // ------------------------------------------------------------------------- the course of things

    void run() {
        start(nodes.getFirst());
        commands.opening().forEach(command -> clients.getFirst().send(operation(newId(), command)));
        nodes.getFirst().readAhead(100);
        nodes.getFirst().decide(100);
        while (step < STEPS) {
            step++;
            oneStep();
            verify();
        }
        settle();
        verify();
        new Laws(log, kind, this::complain).holdAtTheEnd(living().getFirst());
        verify();
    }

    private void oneStep() {
        if (living().isEmpty()) {
            wake(anyNode());
            return;
        }
        int what = chance.below(100);
        var node = chance.of(living());
        if (what < 32) {
            ask(chance.of(clients));
        } else if (what < 50) {
            node.readAhead(chance.between(1, 8));
        } else if (what < 75) {
            decide(node, chance.between(1, 8));
        } else if (what < 81) {
            storeSnapshots(anyNode());
        } else if (what < 91) {
            passTime();
        } else if (what < 95) {
            faults.change();
            trace("weather: " + faults);
        } else {
            trouble(what);
        }
    }

    private void trouble(int what) {
        var node = anyNode();
        if (log.hasLate()) {
            trace("late append " + (log.arriveLate() ? "arrives" : "is too late"));
        } else if (what < 96) {
            trace(node.name + " dies");
            node.die(new FaultyLog.Death());
        } else if (what < 98 && node.life() == Life.RUNNING) {
            trace(node.name + " pauses");
            node.pause();
        } else if (node.life() != Life.RUNNING) {
            wake(node);
        }
    }

    private void wake(SimulatedNode node) {
        if (node.life() == Life.PAUSED && chance.percent(70)) {
            trace(node.name + " goes on");
            node.goOn();
        } else {
            start(node);
        }
    }

    private void start(SimulatedNode node) {
        var failure = node.start();
        trace(node.name + (failure == null ? " starts" : " does not start: " + failure));
    }

    private void decide(SimulatedNode node, int most) {
        long before = log.log.head();
        node.decide(most);
        if (log.log.head() > before) {
            trace(node.name + " decides up to " + log.log.head());
        }
        if (node.isCertain() && chance.percent(1)) {
            trace(node.name + " is looked at");
            new Laws(log, kind, this::complain).holdIn(node);
        }
    }

    private void storeSnapshots(SimulatedNode node) {
        if (node.snapshotsToStore() > 0) {
            node.storeSnapshots(chance.below(node.snapshotsToStore()), chance.percent(10));
        }
    }

    private void passTime() {
        Duration time = switch (chance.below(20)) {
            case 0 -> Duration.ofDays(chance.of(List.of(1, 1, 2, 8, 31)));
            case 1 -> Duration.ofDays(chance.percent(10) ? 366 * 5 : 1);
            case 2, 3 -> Duration.ofMinutes(30);
            case 4 -> Duration.ofDays(chance.percent(10) ? 366 : 1);
            default -> Duration.ofSeconds(chance.between(1, 600));
        };
        now = now.plus(time);
        trace("it is " + now);
    }

    // ------------------------------------------------------------------------- what clients ask

    private void ask(SimulatedClient client) {
        if (chance.percent(10)) {
            client.turnTo(anyNode());
        }
        if (client.hasUnsettled() && chance.percent(50)) {
            client.repeatUnsettled();
            return;
        }
        for (int i = chance.percent(20) ? 4 : 1; i > 0; i--) {
            client.send(chance.percent(10) && !asked.isEmpty() ? again() : operation(newId(), null));
        }
    }

    /** Unasked the same again, or the same id for something else. */
    private Operation again() {
        var earlier = chance.recent(asked);
        return chance.percent(70) ? earlier : operation(earlier.id(), null);
    }

    private OperationId newId() {
        return new OperationId("o" + (asked.size() + 1));
    }

    private Operation operation(OperationId id, @Nullable Command wanted) {
        var command = wanted == null ? commands.next(id) : wanted;
        var operation = now(new Operation(id, command.toString().getBytes(StandardCharsets.UTF_8), null, command));
        asked.add(operation);
        return operation;
    }

    /** The operation as it would be asked for now. */
    Operation now(Operation operation) {
        var at = kind == LedgerKind.SIMULATION ? now : null;
        return new Operation(operation.id(), operation.digest(), at, operation.command());
    }

    // ------------------------------------------------------------------------- what clients hear

    void sent(SimulatedClient client, SimulatedNode node, Operation operation) {
        timesSent.merge(operation.id().value(), 1, Integer::sum);
        trace(client.name + " asks " + node.name + ": " + operation.id() + " " + operation.command());
    }

    void answered(SimulatedClient client, Operation operation, Answer answer) {
        trace(client.name + " hears of " + operation.id() + ": " + answer);
        if (!log.bears(operation, answer)) {
            complain(operation.id() + " was answered " + answer + ", which is not what the log says of it");
        }
        if (!(answer instanceof Answer.TimeWentBack)) {
            var before = answers.put(key(operation), answer);
            if (before != null && !before.equals(answer)) {
                complain(operation.id() + " was answered " + before + " and then " + answer);
            }
        }
    }

    void failed(SimulatedClient client, Operation operation, Throwable failure) {
        trace(client.name + " hears of " + operation.id() + ": " + failure);
        switch (failure) {
            case OutcomeUnknown unknown -> {}
            case FaultyLog.Death death -> {}
            case LogUnavailable nothing -> isNotInTheLog(operation, nothing);
            case LogRefused nothing -> isNotInTheLog(operation, nothing);
            case Stumbling.Stumbled nothing -> isNotInTheLog(operation, nothing);
            case LeaseLost nothing -> isNotInTheLog(operation, nothing);
            default -> complain("a fault of the program: " + failure + " at " + failure.getStackTrace()[0]);
        }
    }

    /** Unless it had been sent before. */
    private void isNotInTheLog(Operation operation, Throwable failure) {
        if (timesSent.get(operation.id().value()) == 1 && log.holds(operation)) {
            complain(operation.id() + " failed with " + failure + ", but it is in the log");
        }
    }

    private static String key(Operation operation) {
        return operation.id() + " " + operation.command();
    }

    SimulatedNode anyNode() {
        return chance.of(nodes);
    }

    private List<SimulatedNode> living() {
        return nodes.stream().filter(node -> node.life() == Life.RUNNING).toList();
    }

    // ------------------------------------------------------------------------- the end

    /** The weather is fine, and everybody asks until everything is answered; then everything again, of a fresh node. */
    private void settle() {
        trace("the end begins");
        faults.end();
        var last = anyNode();
        nodes.stream().filter(node -> node != last).forEach(node -> node.die(new FaultyLog.Death()));
        settleWith(last);
        start(last);
        quiet = true;
        List.copyOf(asked).forEach(operation -> clients.getFirst().send(now(operation)));
        settleWith(last);
        quiet = false;
        for (Operation operation : asked) {
            if (!answers.containsKey(key(operation)) && !(operation.command() instanceof Stumbling.Stumble)) {
                complain(operation.id() + " was never answered");
            }
        }
    }

    private void settleWith(SimulatedNode last) {
        for (int round = 0; round < ROUNDS_TO_SETTLE; round++) {
            if (last.life() != Life.RUNNING) {
                start(last);
            }
            while (last.queue() > 0) {
                last.readAhead(100);
                last.decide(100);
            }
            clients.forEach(client -> client.turnTo(last));
            clients.forEach(SimulatedClient::repeatUnsettled);
        }
        if (last.queue() > 0 || clients.stream().anyMatch(SimulatedClient::hasUnsettled)) {
            complain("not everything could be settled");
        }
    }

    // ------------------------------------------------------------------------- what is wrong

    void complain(String what) {
        quiet = false;
        trace("WRONG: " + what);
        complaints.add(what);
    }

    private void trace(String line) {
        if (!quiet) {
            trace.add("%4d  %s".formatted(step, line));
        }
    }

    List<String> trace() {
        return trace;
    }

    private void verify() {
        if (!complaints.isEmpty()) {
            var last = trace.subList(Math.max(0, trace.size() - LINES_SHOWN), trace.size());
            throw new AssertionError("seed " + seed + ": " + complaints.getFirst() + "\n" + trace.getFirst()
                    + "\n ...\n" + String.join("\n", last) + "\nRun it again with -Ddure.simulation.seed=" + seed);
        }
    }
}
