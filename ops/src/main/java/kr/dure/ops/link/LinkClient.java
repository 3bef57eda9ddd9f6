package kr.dure.ops.link;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kr.dure.core.Commands;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.ops.keys.Identity;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The desk of another process, by a link. Once it is broken it stays so: connect again. */
public final class LinkClient implements Desk, AutoCloseable {
    /** Whoever is silent for so long while an answer is due is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Wire wire;
    private final CommandCodec commands = new CommandCodec(Commands.families());
    private final EventCodec events;
    private final boolean forwarding;
    private final Runnable whenBroken;
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore room = new Semaphore(Wire.ROOM, true);
    private final Map<Long, UnderWay> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    private record UnderWay(CompletableFuture<Answer> answer, int weight, long since) {}

    private LinkClient(Wire wire, EventCodec events, boolean forwarding, Runnable whenBroken) {
        this.wire = wire;
        this.events = events;
        this.forwarding = forwarding;
        this.whenBroken = whenBroken;
        Thread.ofVirtual().name("dure-link-reader").start(this::read);
    }

    /**
     * A link to a node, which decides or forwards what it gets.
     *
     * @param keys as {@link LedgerKeys#openWith} gives them
     * @param events reads what happened there
     * @throws LinkUnavailable if nobody is there, or it is no node of the ledger with these keys
     */
    public static LinkClient connect(Address address, LedgerKeys keys, EventCodec events) throws LinkUnavailable {
        return connect(address, keys.identity(Use.LINK), events, false, () -> {});
    }

    /**
     * A link from node to node: what goes over it is decided there or not at all.
     *
     * @param whenBroken is run once, however the link ends
     */
    public static LinkClient forwarding(Address address, Identity identity, EventCodec events, Runnable whenBroken)
            throws LinkUnavailable {
        return connect(address, identity, events, true, whenBroken);
    }

    private static LinkClient connect(
            Address address, Identity identity, EventCodec events, boolean forwarding, Runnable whenBroken)
            throws LinkUnavailable {
        try {
            var wire = new Tls(identity).connect(address);
            try {
                if (!Arrays.equals(wire.read(), LinkServer.GREETING.getBytes(StandardCharsets.US_ASCII))) {
                    throw new Malformed("another greeting than " + LinkServer.GREETING);
                }
                wire.patience(SILENCE);
                return new LinkClient(wire, events, forwarding, whenBroken);
            } catch (IOException | RuntimeException failure) {
                wire.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new LinkUnavailable(address, failure);
        }
    }

    public boolean isOpen() {
        return broken.get() == null;
    }

    @Override
    public CompletableFuture<Answer> submit(Operation operation) throws InterruptedException {
        long number = numbers.incrementAndGet();
        byte[] frame = Request.of(number, forwarding, operation, commands).bytes();
        if (frame.length > Wire.LARGEST_FRAME) {
            throw new IllegalArgumentException("an operation of " + frame.length + " bytes");
        }
        int weight = Wire.weight(frame);
        room.acquire(weight);
        var waiting = new UnderWay(new CompletableFuture<>(), weight, System.nanoTime());
        underWay.put(number, waiting);
        var why = broken.get();
        if (why == null) {
            wire.send(() -> frame);
        } else if (take(number) != null) {
            waiting.answer.completeExceptionally(new NobodyDecides("the link is broken", why));
        }
        return waiting.answer;
    }

    private @Nullable UnderWay take(long number) {
        var taken = underWay.remove(number);
        if (taken != null) {
            room.release(taken.weight);
        }
        return taken;
    }

    private void read() {
        try {
            while (true) {
                settle(Reply.read(awaitFrame()));
            }
        } catch (IOException | RuntimeException failure) {
            breakOff(failure);
        }
    }

    private byte[] awaitFrame() throws IOException {
        while (true) {
            try {
                return wire.read();
            } catch (SocketTimeoutException silence) {
                long limit = System.nanoTime() - SILENCE.toNanos();
                if (underWay.values().stream().anyMatch(waiting -> waiting.since - limit < 0)) {
                    throw silence;
                }
            }
        }
    }

    private void settle(Reply reply) throws Malformed {
        var waiting = take(reply.number());
        if (waiting == null) {
            throw new Malformed("a reply to nothing");
        }
        try {
            var answer = reply.answer(events);
            if (answer != null) {
                waiting.answer.complete(answer);
            } else {
                waiting.answer.completeExceptionally(reply.thrown());
            }
        } catch (IllegalStateException | JacksonException newer) {
            waiting.answer.completeExceptionally(new OutcomeUnknown(newer));
        }
    }

    private void breakOff(Throwable why) {
        if (broken.compareAndSet(null, why)) {
            wire.close();
            for (long number : underWay.keySet()) {
                var waiting = take(number);
                if (waiting != null) {
                    waiting.answer.completeExceptionally(new OutcomeUnknown(why));
                }
            }
            whenBroken.run();
        }
    }

    /** What is under way becomes unknown. */
    @Override
    public void close() {
        breakOff(new IOException("the link was closed here"));
    }
}
