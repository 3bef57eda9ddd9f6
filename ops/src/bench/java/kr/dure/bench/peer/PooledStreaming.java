package kr.dure.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import kr.dure.core.account.Posting;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.ops.node.Databases;
import kr.dure.ops.postgres.Database;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's own processor over the same log, as an application would use it: a handler that is called event by event, and
 * its position in the token store's table, both in the transaction of a batch. In its favour: it writes the postings and
 * the balances alone, where Dure's projector writes every money table.
 */
public final class PooledStreaming implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int POLL_MILLIS = 2;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final ConnectionProvider connections;
    private final PooledStreamingEventProcessor processor;

    /** @param database in which its tables are made */
    public PooledStreaming(
            StreamableMessageSource<TrackedEventMessage<?>> log, Database database, DataSource application) {
        this.connections = new UnitOfWorkAwareConnectionProviderWrapper(() -> connection(application));
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(Jackson3Serializer.builder().build())
                .build();
        createTables(database);
        this.processor = PooledStreamingEventProcessor.builder()
                .name("peer")
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Balances())
                        .build())
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
    }

    /** A batch's unit of work commits what it has; claims of tokens outside of one commit by themselves. */
    private static Connection connection(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(!CurrentUnitOfWork.isStarted());
        return connection;
    }

    private static void createTables(Database database) {
        var jdbc = new JdbcTemplate(Databases.single(database, database.owner()));
        jdbc.execute("create schema peer");
        jdbc.execute("""
                create table peer.posting (event text, number int, account text, unit text, amount bigint,
                    primary key (event, number))""");
        jdbc.execute("""
                create table peer.balance (account text, unit text, amount bigint, primary key (account, unit))""");
        jdbc.execute((Connection owner) -> PostgresTokenTableFactory.INSTANCE
                .createTable(owner, new TokenSchema())
                .execute());
        jdbc.execute("grant usage on schema peer to " + database.app().user());
        jdbc.execute("grant select, insert, update, delete on all tables in schema peer, public to "
                + database.app().user());
    }

    /** Follows the log up to a position, from where it was. */
    public void follow(long head) throws InterruptedException {
        processor.start();
        while (position() < head) {
            processor.processingStatus().values().stream()
                    .filter(EventTrackerStatus::isErrorState)
                    .findFirst()
                    .ifPresent(status -> {
                        throw new IllegalStateException("the processor failed", status.getError());
                    });
            Thread.sleep(POLL_MILLIS);
        }
        processor.shutDown();
    }

    private long position() {
        return processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getTrackingToken)
                .filter(Objects::nonNull)
                .map(TrackingToken::position)
                .mapToLong(position -> position.orElse(0))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
    }

    /** Writes what an event moved, in two round trips. */
    private final class Balances {
        @EventHandler
        void on(LedgerEvent event, @MessageIdentifier String id) throws SQLException {
            Map<List<String>, Long> changes = new LinkedHashMap<>();
            try (Connection connection = connections.getConnection();
                    PreparedStatement lines =
                            connection.prepareStatement("insert into peer.posting values (?, ?, ?, ?, ?)");
                    PreparedStatement sums = connection.prepareStatement("""
                            insert into peer.balance as b values (?, ?, ?)
                            on conflict (account, unit) do update set amount = b.amount + excluded.amount""")) {
                int number = 0;
                for (Posting posting : PostingRules.of(event)) {
                    var key = List.of(posting.account().name(), posting.unit().name());
                    changes.merge(key, posting.amount(), Math::addExact);
                    lines.setString(1, id);
                    lines.setInt(2, number++);
                    lines.setString(3, posting.account().name());
                    lines.setString(4, posting.unit().name());
                    lines.setLong(5, posting.amount());
                    lines.addBatch();
                }
                for (var change : changes.entrySet()) {
                    sums.setString(1, change.getKey().getFirst());
                    sums.setString(2, change.getKey().getLast());
                    sums.setLong(3, change.getValue());
                    sums.addBatch();
                }
                lines.executeBatch();
                sums.executeBatch();
            }
        }
    }
}
