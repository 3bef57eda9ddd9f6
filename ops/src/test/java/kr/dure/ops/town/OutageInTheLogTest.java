package kr.dure.ops.town;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dure.core.Features;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.LogMetrics;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.eventlog.Writer;
import kr.dure.core.eventlog.WriterSettings;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** While nothing can be read ahead the writer reads for itself, and the program's log keeps room for other things. */
class OutageInTheLogTest {
    private static final String OPEN_WALLET = """
            {"at":"2026-10-01T09:00:00+09:00","id":"w%1$d","op":"open-wallet","wallet":"W%1$d",\
            "holder":"resident","dong":"느티나무동","person":"p%1$d"}""";

    private final MemoryLog log = new MemoryLog();
    private final Logger logger = (Logger) LoggerFactory.getLogger("kr.dure.core.eventlog.Clerk");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Writer writer = Writer.open(
            new WriterSettings(
                    unreadable(),
                    new LedgerOpened(LedgerKind.SIMULATION, "test"),
                    Features.all(),
                    new PlainVault(),
                    (day, position) -> List.of(),
                    Clock.systemUTC(),
                    LogMetrics.NONE,
                    100),
            "test");
    private volatile boolean outage;
    private int wallets;

    private LogStore unreadable() {
        return (LogStore) Proxy.newProxyInstance(
                LogStore.class.getClassLoader(),
                new Class<?>[] {LogStore.class},
                (proxy, method, arguments) -> read(method, arguments));
    }

    private Object read(Method method, Object[] arguments) throws ReflectiveOperationException {
        if (outage && isAhead()) {
            throw new IllegalStateException("the database is away");
        }
        return method.invoke(log, arguments);
    }

    private static boolean isAhead() {
        return StackWalker.getInstance()
                .walk(calls -> calls.anyMatch(call -> call.getMethodName().equals("readAhead")));
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        writer.close();
    }

    private void opensWallets(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            var reader = new TownReader(person -> "hash of " + person, content -> content);
            var line = OPEN_WALLET.formatted(++wallets).getBytes(StandardCharsets.UTF_8);
            var operation = ((TownLine.Valid) reader.read(line)).operation();
            assertThat(writer.submit(operation).get(60, TimeUnit.SECONDS)).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void eachTakesOneLine() throws Exception {
        outage = true;
        opensWallets(5);
        outage = false;
        opensWallets(2);
        outage = true;
        opensWallets(5);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "reading ahead failed; the writer will read for itself",
                        "reading ahead failed; the writer will read for itself");
    }
}
