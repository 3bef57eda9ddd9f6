package kr.dure.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.core.vault.KeyedHash;
import org.jspecify.annotations.Nullable;

/** Somebody who asks one thing after the other, and does not let go of one before it is answered. */
final class Client {
    /** Whoever waits longer for an answer asks again, perhaps elsewhere. */
    private static final long ANSWER_MILLIS = 1_000;

    private static final long PAUSE_MILLIS = 25;
    private static final long LONGEST_SECONDS = 90;
    private static final int LONGEST_THOUGHT_MILLIS = 24;

    private final List<TownNode> nodes;
    private final KeyedHash hash;
    private final Answers answers;
    private final Tally tally;
    private final Violations violations;
    private final Random chance;

    Client(List<TownNode> nodes, KeyedHash hash, Answers answers, Tally tally, Violations violations, Random chance) {
        this.nodes = nodes;
        this.hash = hash;
        this.answers = answers;
        this.tally = tally;
        this.violations = violations;
        this.chance = chance;
    }

    /** Asks until the time is up; what was begun is finished. */
    void run(Workload workload, long untilNanos) throws InterruptedException, IOException {
        while (System.nanoTime() - untilNanos < 0 && violations.none()) {
            var request = workload.next();
            int whim = chance.nextInt(100);
            ask(request, whim);
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(LONGEST_THOUGHT_MILLIS));
        }
    }

    void ask(Workload.Request request) throws InterruptedException, IOException {
        ask(request, -1);
    }

    private void ask(Workload.Request request, int whim) throws InterruptedException, IOException {
        var operation = operation(request, "");
        var answer = settle(operation);
        if (answer == null) {
            return;
        }
        tally.answered();
        answers.note(Told.of(operation, answer));
        if (whim >= 0 && whim < 5) {
            requireSame(operation, answer, settle(operation));
        } else if (whim == 5) {
            var other = operation(request, "other");
            requireSame(other, new Answer.IdReused(), settle(other));
        }
    }

    private Operation operation(Workload.Request request, String content) {
        byte[] bytes = (request.command() + content).getBytes(StandardCharsets.UTF_8);
        return new Operation(request.id(), hash.requestDigest(bytes), null, request.command());
    }

    private void requireSame(Operation operation, Answer expected, @Nullable Answer given) {
        if (given != null && !given.equals(expected)) {
            violations.add("operation " + operation.id() + " should be answered " + expected + ", and was " + given);
        }
    }

    /** The answer, however often one must ask; null if the run has failed meanwhile. */
    private @Nullable Answer settle(Operation operation) throws InterruptedException {
        long since = System.nanoTime();
        boolean unknown = false;
        while (violations.none()) {
            try {
                var answer = once(operation);
                if (answer != null) {
                    if (unknown) {
                        tally.settled();
                    }
                    return answer;
                }
            } catch (OutcomeUnknown | TimeoutException nobodyKnows) {
                unknown = true;
            } catch (NobodyDecides notNow) {
                tally.turnedAway();
            }
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                violations.add("operation " + operation.id() + " has no answer after " + LONGEST_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    /** Null if there is no link to the node of this time. */
    private @Nullable Answer once(Operation operation) throws InterruptedException, TimeoutException {
        var link = nodes.get(chance.nextInt(nodes.size())).link();
        if (link == null) {
            return null;
        }
        try {
            return link.submit(operation).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof OutcomeUnknown unknown) {
                throw unknown;
            }
            if (failed.getCause() instanceof NobodyDecides nobody) {
                throw nobody;
            }
            violations.add("operation " + operation.id() + " failed: " + failed.getCause());
            return null;
        }
    }
}
