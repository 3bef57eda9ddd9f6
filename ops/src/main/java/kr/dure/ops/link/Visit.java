package kr.dure.ops.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import kr.dure.core.Commands;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.ops.link.CommandCodec.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** One link, from the side of the server. */
final class Visit {
    private static final CommandCodec COMMANDS = new CommandCodec(Commands.families());

    private final Wire wire;
    private final EventCodec events;
    private final Desk anywhere;
    private final Desk here;
    private final Semaphore room = new Semaphore(Wire.ROOM, true);

    Visit(Wire wire, EventCodec events, Desk anywhere, Desk here) {
        this.wire = wire;
        this.events = events;
        this.anywhere = anywhere;
        this.here = here;
    }

    /** Until the other side closes, or says what a node would not. */
    void run() throws IOException, InterruptedException {
        wire.send(() -> LinkServer.GREETING.getBytes(StandardCharsets.US_ASCII));
        wire.patience(Duration.ZERO);
        while (true) {
            byte[] frame = wire.read();
            int weight = Wire.weight(frame);
            room.acquire(weight);
            take(Request.read(frame), weight);
        }
    }

    private void take(Request request, int weight) throws InterruptedException {
        try {
            var operation = request.operation(COMMANDS);
            var desk = request.forwarded() ? here : anywhere;
            var _ = desk.submit(operation)
                    .whenComplete((answer, failure) -> reply(request.number(), answer, failure, weight));
        } catch (NotUnderstood unknown) {
            reply(request.number(), null, unknown, weight);
        }
    }

    /** Often on the writer's thread: it is put into words, and makes room for more, when it is its turn to be sent. */
    private void reply(long number, @Nullable Answer answer, @Nullable Throwable failure, int weight) {
        wire.send(() -> {
            room.release(weight);
            return words(number, answer, failure).bytes();
        });
    }

    private Reply words(long number, @Nullable Answer answer, @Nullable Throwable failure) {
        if (answer != null) {
            return Reply.of(number, answer, events);
        }
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return Reply.of(number, cause == null ? new IllegalStateException("no answer") : cause);
    }

    void finish() {
        wire.finish();
    }
}
