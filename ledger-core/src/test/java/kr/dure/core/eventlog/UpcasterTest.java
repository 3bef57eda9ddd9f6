package kr.dure.core.eventlog;

import static kr.dure.core.ledger.Outcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dure.core.Features;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.ledger.Upcaster;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How an event gets a new form. A notice board once kept a notice as one text; today it keeps title and body apart. Its
 * log was begun by yesterday's program and goes on with today's.
 */
class UpcasterTest {
    private LogDatabase database;
    private PostgresLog log;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresServer.durable().emptyLog();
        log = new PostgresLog(database.app(), database.app());
    }

    @AfterEach
    void close() {
        log.close();
    }

    // ------------------------------------------------------------------------- yesterday's program

    sealed interface YesterdaysEvent extends LedgerEvent {
        @EventType("example.NoticePosted")
        record NoticePosted(String text) implements YesterdaysEvent {}
    }

    @AggregateRoot
    static class YesterdaysBoard {
        @AggregateIdentifier
        private BoardId id;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Outcome handle(Post post) {
            apply(new YesterdaysEvent.NoticePosted(post.title() + ": " + post.body()));
            return ACCEPTED;
        }

        @EventSourcingHandler
        void on(YesterdaysEvent.NoticePosted posted) {
            id = new BoardId();
        }
    }

    private static final class Yesterday implements Feature {
        @Override
        public List<Class<? extends LedgerEvent>> events() {
            return List.of(YesterdaysEvent.class);
        }

        @Override
        public void join(Assembly assembly) {
            assembly.aggregate(YesterdaysBoard.class, "board", YesterdaysBoard::new);
        }
    }

    // ------------------------------------------------------------------------- today's program

    sealed interface TodaysEvent extends LedgerEvent {
        @EventType(value = "example.NoticePosted", revision = 3)
        record NoticePosted(String title, String body, boolean pinned) implements TodaysEvent {}
    }

    @AggregateRoot
    static class TodaysBoard {
        @AggregateIdentifier
        private BoardId id;

        private String titles = "";

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Outcome handle(Post post) {
            apply(new TodaysEvent.NoticePosted(post.title(), titles + post.body(), false));
            return ACCEPTED;
        }

        @EventSourcingHandler
        void on(TodaysEvent.NoticePosted posted) {
            id = new BoardId();
            titles += posted.title() + ", ";
        }
    }

    public static final class Bodies implements RunningBook {
        private String all = "";

        @Override
        public void fold(LedgerEvent event, Instant at) {
            if (event instanceof TodaysEvent.NoticePosted posted) {
                all += posted.body() + "; ";
            }
        }
    }

    record Read(String ignored) implements Command {}

    public static final class Reader {
        private String read = "";

        @CommandHandler
        Outcome handle(Read command, Bodies bodies) {
            read = bodies.all;
            return new NothingToSay();
        }
    }

    record NothingToSay() implements kr.dure.core.ledger.Refusal {}

    private static final class Today implements Feature {
        private final Reader reader = new Reader();

        @Override
        public List<Class<? extends LedgerEvent>> events() {
            return List.of(TodaysEvent.class);
        }

        @Override
        public List<Upcaster> upcasters() {
            return List.of(
                    new Upcaster("example.NoticePosted", 1, notice -> {
                        String[] parts = notice.remove("text").asString().split(": ", 2);
                        return notice.put("title", parts[0]).put("body", parts[1]);
                    }),
                    new Upcaster("example.NoticePosted", 2, notice -> notice.put("pinned", false)));
        }

        @Override
        public void join(Assembly assembly) {
            assembly.book(Bodies.class, Bodies::new, List.of());
            assembly.aggregate(TodaysBoard.class, "board", TodaysBoard::new);
            assembly.handler(reader);
        }
    }

    // ------------------------------------------------------------------------- both

    record BoardId() implements StreamId {
        @Override
        public String value() {
            return "hall";
        }

        @Override
        public String toString() {
            return "board/hall";
        }
    }

    record Post(String title, String body) implements Command {
        @Override
        public List<BoardId> streams() {
            return List.of(new BoardId());
        }
    }

    @Test
    void whatYesterdaysProgramWroteIsReadByTodays() throws Exception {
        does(new Yesterday(), "1", new Post("Market", "on Sunday"));
        var today = new Today();
        does(today, "2", new Post("Bread", "at seven"));
        does(today, "3", new Read(""));

        var codec = EventCodec.of(List.of(Features.all().getFirst(), today));
        assertThat(log.wholeStream("board/hall"))
                .extracting(event -> (Object) codec.read(event))
                .containsExactly(
                        new TodaysEvent.NoticePosted("Market", "on Sunday", false),
                        new TodaysEvent.NoticePosted("Bread", "Market, at seven", false));
        assertThat(today.reader.read).isEqualTo("on Sunday; Market, at seven; ");
    }

    @Test
    void whatIsStoredStaysAsItIs() throws Exception {
        does(new Yesterday(), "1", new Post("Market", "on Sunday"));
        does(new Today(), "2", new Post("Bread", "at seven"));

        assertThat(log.wholeStream("board/hall"))
                .extracting(event -> Map.entry(event.revision(), event.payload()))
                .containsExactly(
                        Map.entry(1, "{\"text\":\"Market: on Sunday\"}"),
                        Map.entry(3, "{\"title\":\"Bread\",\"body\":\"Market, at seven\",\"pinned\":false}"));
    }

    @Test
    void aFormThatNobodyReadsIsNotSkipped() throws Exception {
        does(new Today(), "1", new Post("Bread", "at seven"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> does(new Yesterday(), "2", new Post("Market", "on Sunday")))
                .withMessage("unknown event example.NoticePosted revision 3 at position 2");
    }

    private void does(Feature feature, String id, Command command) throws Exception {
        var settings = new WriterSettings(
                log,
                new LedgerOpened(LedgerKind.PRODUCTION, "keys of a test"),
                List.of(Features.all().getFirst(), feature),
                new kr.dure.core.Town.BareVault(),
                (day, position) -> List.of(),
                Clock.systemUTC(),
                LogMetrics.NONE,
                100);
        try (var writer = Writer.open(settings, "a test")) {
            byte[] digest = command.toString().getBytes(StandardCharsets.UTF_8);
            writer.submit(new Operation(new OperationId(id), digest, null, command))
                    .get();
        }
    }
}
