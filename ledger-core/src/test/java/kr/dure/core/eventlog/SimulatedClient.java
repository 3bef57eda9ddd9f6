package kr.dure.core.eventlog;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.eventlog.Clerk.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks, hears, and repeats what was not answered. A patient one hands in operations that must happen in
 * their order, in a lane.
 */
final class SimulatedClient {
    final String name;
    private final SimulatedWorld world;
    private final boolean inOrder;
    private final List<Operation> unsettled = new ArrayList<>();
    private SimulatedNode node;
    private @Nullable Lane lane;

    SimulatedClient(String name, SimulatedWorld world, SimulatedNode node, boolean inOrder) {
        this.name = name;
        this.world = world;
        this.node = node;
        this.inOrder = inOrder;
    }

    /** The way of operations in order to one node, up to the first that fails. */
    private static final class Lane {
        private final Clerk of;
        private final long era;
        private int length;
        private int firstFailed = Integer.MAX_VALUE;
        private int lastAnswered = -1;

        Lane(Clerk of) {
            this.of = of;
            this.era = of.era();
        }
    }

    void turnTo(SimulatedNode other) {
        node = other;
        lane = null;
    }

    boolean hasUnsettled() {
        return !unsettled.isEmpty();
    }

    void repeatUnsettled() {
        var again = List.copyOf(unsettled);
        unsettled.clear();
        again.forEach(this::send);
    }

    void send(Operation operation) {
        if (inOrder && node.life() != SimulatedNode.Life.DOWN) {
            sendInOrder(operation);
        } else {
            submit(operation, Waiting.inAnyEra(operation), null, 0);
        }
    }

    private void sendInOrder(Operation operation) {
        if (lane == null || lane.of != node.clerk() || lane.firstFailed < Integer.MAX_VALUE) {
            lane = new Lane(node.clerk());
        }
        submit(operation, Waiting.inEra(lane.era, operation), lane, lane.length++);
    }

    private void submit(Operation operation, Waiting waiting, @Nullable Lane way, int place) {
        world.sent(this, node, operation);
        waiting.answer().whenComplete((answer, failure) -> {
            if (way != null) {
                keepsOrder(operation, way, place, failure != null);
            }
            if (answer != null) {
                heard(operation, answer);
            } else {
                failed(operation, failure);
            }
        });
        node.submit(waiting);
    }

    private void keepsOrder(Operation operation, Lane way, int place, boolean failed) {
        if (failed) {
            way.firstFailed = Math.min(way.firstFailed, place);
        } else {
            way.lastAnswered = Math.max(way.lastAnswered, place);
        }
        if (way.lastAnswered > way.firstFailed) {
            world.complain(operation.id() + " or one after it happened without one before it, in a lane of " + name);
        }
    }

    private void heard(Operation operation, Answer answer) {
        world.answered(this, operation, answer);
        if (answer instanceof Answer.TimeWentBack) {
            unsettled.add(world.now(operation));
        }
    }

    private void failed(Operation operation, Throwable failure) {
        world.failed(this, operation, failure);
        if (!(failure instanceof Stumbling.Stumbled && operation.command() instanceof Stumbling.Stumble)) {
            unsettled.add(operation);
        }
        if (failure instanceof LeaseLost || failure instanceof FaultyLog.Death) {
            turnTo(world.anyNode());
        }
    }
}
