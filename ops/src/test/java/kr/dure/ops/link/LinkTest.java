package kr.dure.ops.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Answer.IdReused;
import kr.dure.core.eventlog.Answer.Refused;
import kr.dure.core.eventlog.Answer.TimeWentBack;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LeaseLost;
import kr.dure.core.eventlog.LogRefused;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.wallet.WalletCommand.FreezeWallet;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.WalletFrozen;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A link between two processes, both in this one. */
class LinkTest {
    private static final Address ANY = new Address("127.0.0.1", 0);

    @TempDir
    Path temporary;

    private static final EventCodec EVENTS = new EventCodec(List.of(WalletEvent.class));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<CompletableFuture<Answer>> asked = new ArrayList<>();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private volatile Desk desk = operation -> CompletableFuture.completedFuture(accepted(1));
    private LedgerKeys keys;
    private LinkServer server;

    private static Accepted accepted(long position) {
        return new Accepted(position, Instant.ofEpochSecond(1, 5), new WalletFrozen(new WalletId("W")));
    }

    @BeforeEach
    void serve() throws IOException {
        keys = keys("ours");
        server = LinkServer.bind(ANY);
        server.start(keys.identity(Use.LINK), EVENTS, operation -> desk.submit(operation), operation -> {
            elsewhere.incrementAndGet();
            return desk.submit(operation);
        });
        var logger = (Logger) LoggerFactory.getLogger(LinkServer.class);
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() throws IOException {
        ((Logger) LoggerFactory.getLogger(LinkServer.class)).detachAppender(log);
        server.close();
    }

    private LedgerKeys keys(String name) {
        return LedgerKeys.openOrCreate(KeyPlace.of(temporary.resolve(name), Map.of()), new SecureRandom());
    }

    private LinkClient connect() throws IOException {
        return LinkClient.connect(server.address(), keys, EVENTS);
    }

    private static Operation freeze(String wallet) {
        return new Operation(
                new OperationId("O-" + wallet), new byte[32], null, new FreezeWallet(new WalletId(wallet)));
    }

    private CompletableFuture<Answer> keep(Operation operation) {
        var answer = new CompletableFuture<Answer>();
        synchronized (asked) {
            asked.add(answer);
        }
        return answer;
    }

    static List<Answer> answers() {
        return List.of(
                accepted(Long.MAX_VALUE),
                new Refused("insufficient-balance", "{\"balance\":1}"),
                new IdReused(),
                new TimeWentBack(Instant.parse("2026-10-01T00:00:00.123456789Z")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerComesBack(Answer answer) throws Exception {
        desk = operation -> CompletableFuture.completedFuture(answer);
        try (var link = connect()) {
            assertThat(link.submit(freeze("W")).get()).isEqualTo(answer);
        }
    }

    static List<List<?>> failures() {
        return List.of(
                List.of(new NobodyDecides("taking over"), NobodyDecides.class),
                List.of(new LogUnavailable("down", new IOException()), NobodyDecides.class),
                List.of(new LeaseLost(1), NobodyDecides.class),
                List.of(new OutcomeUnknown(new IOException()), OutcomeUnknown.class),
                List.of(new LogRefused("never", null), LogRefused.class),
                List.of(new ArithmeticException("a fault"), IllegalStateException.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureComesBackAsWhatItMeans(List<?> failure) throws Exception {
        desk = operation -> CompletableFuture.failedFuture((Throwable) failure.getFirst());
        try (var link = connect()) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> link.submit(freeze("W")).get())
                    .withCauseInstanceOf(
                            (Class<? extends Throwable>) ((Class<?>) failure.getLast()).asSubclass(Throwable.class));
        }
    }

    @Test
    void repliesComeInWhateverOrderTheyAreGiven() throws Exception {
        desk = this::keep;
        try (var link = connect()) {
            var first = link.submit(freeze("W1"));
            var second = link.submit(freeze("W2"));
            await().until(() -> asked.size() == 2);
            asked.get(1).complete(accepted(2));
            assertThat(second.get()).isEqualTo(accepted(2));
            assertThat(first).isNotDone();
            asked.get(0).complete(accepted(1));
            assertThat(first.get()).isEqualTo(accepted(1));
        }
    }

    /** While the nodes of a town are made new, one after the other, the writer may know more than whoever asks it. */
    @Test
    void anEventThatIsNotKnownHereLeavesItsOperationUnknownAndHarmsNoOther() throws Exception {
        desk = operation -> CompletableFuture.completedFuture(accepted(1));
        var older = new EventCodec(List.of(MerchantEvent.class));
        try (var link = LinkClient.connect(server.address(), keys, older)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> link.submit(freeze("W1")).get())
                    .withCauseInstanceOf(OutcomeUnknown.class)
                    .withStackTraceContaining("wallet.WalletFrozen");
            desk = operation -> CompletableFuture.completedFuture(new IdReused());
            assertThat(link.submit(freeze("W2")).get()).isEqualTo(new IdReused());
        }
    }

    @Test
    void whatANodeForwardsIsDecidedHereOrNotAtAll() throws Exception {
        try (var node = LinkClient.forwarding(server.address(), keys.identity(Use.LINK), EVENTS, () -> {})) {
            node.submit(freeze("W")).get();
        }
        assertThat(elsewhere).hasValue(1);
    }

    @Test
    void aBrokenLinkLeavesWhatIsUnderWayUnknownAndTakesNothingMore() throws Exception {
        desk = this::keep;
        var broken = new CompletableFuture<Void>();
        var link =
                LinkClient.forwarding(server.address(), keys.identity(Use.LINK), EVENTS, () -> broken.complete(null));
        var underWay = link.submit(freeze("W1"));
        await().until(() -> asked.size() == 1);

        server.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> underWay.get(1, TimeUnit.MINUTES))
                .withCauseInstanceOf(OutcomeUnknown.class);
        broken.get(1, TimeUnit.MINUTES);
        assertThat(link.isOpen()).isFalse();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> link.submit(freeze("W2")).get())
                .withCauseInstanceOf(NobodyDecides.class);
    }

    @Test
    void whoeverAsksTooMuchWaits() throws Exception {
        desk = this::keep;
        try (var link = connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Wire.ROOM; i++) {
                link.submit(freeze("W" + i));
            }
            var oneMore = threads.submit(() -> link.submit(freeze("W")));
            await().until(() -> asked.size() == Wire.ROOM);
            assertThat(oneMore).isNotDone();

            asked.getFirst().complete(accepted(1));

            oneMore.get(1, TimeUnit.MINUTES);
            await().until(() -> asked.size() == Wire.ROOM + 1);
        }
    }

    @Nested
    class AStranger {
        @Test
        void withOtherKeysIsTurnedAway() {
            assertThatExceptionOfType(LinkUnavailable.class)
                    .isThrownBy(() -> LinkClient.connect(server.address(), keys("theirs"), EVENTS));
            isLoggedAndNothingIsHarmed("was not let in");
        }

        @Test
        void whoServesIsNotTold() throws IOException {
            try (var theirs = LinkServer.bind(ANY)) {
                theirs.start(keys("theirs").identity(Use.LINK), EVENTS, desk, desk);
                assertThatExceptionOfType(LinkUnavailable.class)
                        .isThrownBy(() -> LinkClient.connect(theirs.address(), keys, EVENTS))
                        .withMessageContaining("not the certificate of this ledger's nodes");
            }
        }

        @Test
        void whoSpeaksNoTlsIsCutOff() throws IOException {
            try (var socket = new Socket("127.0.0.1", server.address().port())) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                endsSoon(socket);
            }
            isLoggedAndNothingIsHarmed("was not let in");
        }
    }

    @Nested
    class OneOfTheHouseWhoSends {
        @Test
        void tooLongAFrameIsCutOff() throws Exception {
            sends(out -> out.writeInt(Integer.MAX_VALUE));
            isLoggedAndNothingIsHarmed("a frame of 2147483647 bytes");
        }

        @Test
        void aFrameOfNegativeLengthIsCutOff() throws Exception {
            sends(out -> out.writeInt(-1));
            isLoggedAndNothingIsHarmed("a frame of 4294967295 bytes");
        }

        @Test
        void garbageIsCutOffAndNotRepeatedInTheLog() throws Exception {
            sends(out -> {
                byte[] frame = "{\"name\":\"김영희\"}".getBytes(StandardCharsets.UTF_8);
                out.writeInt(frame.length);
                out.write(frame);
            });
            isLoggedAndNothingIsHarmed("no request");
            assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains("김영희"));
        }

        @Test
        void aCommandOfAnotherVersionIsToldSo() throws Exception {
            try (var wire = new Tls(keys.identity(Use.LINK)).connect(server.address())) {
                wire.read();
                byte[] frame =
                        "{\"number\":5,\"forwarded\":false,\"id\":\"O\",\"digest\":\"\",\"at\":null,\"rehearsal\":false,\"type\":\"wallet.Fly\",\"command\":{}}"
                                .getBytes(StandardCharsets.UTF_8);
                wire.send(() -> frame);
                var reply = Reply.read(wire.read());
                assertThat(reply.number()).isEqualTo(5);
                assertThat(reply.failure().kind()).isEqualTo(Reply.Kind.NOT_UNDERSTOOD);
            }
        }

        private void sends(Hostile what) throws Exception {
            var context = Tls.context(keys.identity(Use.LINK));
            try (var socket = context.getSocketFactory()
                    .createSocket("127.0.0.1", server.address().port())) {
                var out = new DataOutputStream(socket.getOutputStream());
                what.to(out);
                out.flush();
                endsSoon(socket);
            }
        }
    }

    private interface Hostile {
        void to(DataOutputStream out) throws IOException;
    }

    private static void endsSoon(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        try {
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException stillOpen) {
            throw stillOpen;
        } catch (IOException reset) {
            // cut off without a farewell
        }
    }

    private void isLoggedAndNothingIsHarmed(String why) {
        await().untilAsserted(() -> assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.INFO))
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains(why)));
        try (var link = connect()) {
            assertThat(link.submit(freeze("W")).get()).isEqualTo(accepted(1));
        } catch (Exception harmed) {
            throw new AssertionError(harmed);
        }
    }
}
