package kr.dure.api.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import kr.dure.api.TestDatabase;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's own event store on JDBC, and a tracking processor on it, as they come; but for one setting. */
final class StockTracking implements AutoCloseable {
    private static final int GAP_TIMEOUT_BY_DEFAULT = 60_000;

    private final TestDatabase database;
    private final int gapTimeout;
    private final EmbeddedEventStore store;
    private final TrackingEventProcessor processor;
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private int appended;

    StockTracking(TestDatabase database) {
        this(database, GAP_TIMEOUT_BY_DEFAULT);
    }

    /** @param gapTimeout after how many milliseconds a missing number is taken for one that will never come */
    StockTracking(TestDatabase database, int gapTimeout) {
        this.database = database;
        this.gapTimeout = gapTimeout;
        var engine = engine(() -> database.admin().getConnection());
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
        this.processor = TrackingEventProcessor.builder()
                .name("stock")
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Object() {
                            @EventHandler
                            void on(String payload) {
                                handled.add(payload);
                            }
                        })
                        .build())
                .build();
        processor.start();
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .gapTimeout(gapTimeout)
                .build();
    }

    /** Appends one event and commits it. */
    String append() {
        String payload = "here " + ++appended;
        store.publish(event("here", appended, payload));
        return payload;
    }

    /** Appends events in somebody's transaction, which leaves them uncommitted. */
    List<String> appendIn(Connection transaction, int events) {
        var payloads = IntStream.range(0, events).mapToObj(i -> "foreign " + i).toList();
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            messages.add(event("foreign", i, payloads.get(i)));
        }
        var kept = keptOpen(transaction);
        engine(() -> kept).appendEvents(messages);
        return payloads;
    }

    private static DomainEventMessage<?> event(String aggregate, int sequence, String payload) {
        return new GenericDomainEventMessage<>("Stock", aggregate, sequence, payload);
    }

    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") || method.getName().equals("commit")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    Set<String> handled() {
        return handled;
    }

    long stored() throws java.sql.SQLException {
        return Long.parseLong(database.rows("select count(*) as n from domainevententry")
                .getFirst()
                .replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        processor.shutDown();
        store.shutDown();
    }
}
