package kr.dure.bench.peer;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.merchant.Merchant;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.Wallet;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;

/**
 * Axon Framework as it comes. Axon's own unit of work holds the connection from the first statement on and commits it:
 * a command that finds its wallet in memory takes a connection for its insert and its commit only.
 */
final class StockAxon {
    /** Under this name the metadata of a command, and of its events, hold the idempotency key. */
    static final String OPERATION = "operation";

    private static final int READ_AT_ONCE = 1_000;

    private final Merchants merchants = new Merchants();
    private final JdbcEventStorageEngine events;
    private final EmbeddedEventStore eventStore;
    private final AsynchronousCommandBus commands;
    private final SimpleCommandBus commandsOfThread = SimpleCommandBus.builder().build();
    private final ConnectionProvider connections;
    private final ParameterResolverFactory parameters;

    StockAxon(Supplier<Clients> clients) {
        var serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES))
                .build();
        connections = new UnitOfWorkAwareConnectionProviderWrapper(
                () -> clients.get().connections().getConnection());
        events = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(READ_AT_ONCE)
                .build();
        eventStore = EmbeddedEventStore.builder().storageEngine(events).build();
        eventStore.subscribe(published -> published.forEach(event -> {
            if (event.getPayload() instanceof LedgerEvent fact) {
                merchants.fold(fact, event.getTimestamp());
            }
        }));
        commands = AsynchronousCommandBus.builder()
                .executor(task -> clients.get().threads().execute(task))
                .build();
        var operationOfEvents =
                new CorrelationDataInterceptor<CommandMessage<?>>(new SimpleCorrelationDataProvider(OPERATION));
        commands.registerHandlerInterceptor(operationOfEvents);
        commandsOfThread.registerHandlerInterceptor(operationOfEvents);
        parameters = parameters();
        register(Merchant.class);
        register(Wallet.class);
    }

    private ParameterResolverFactory parameters() {
        var clock = Clock.systemUTC();
        return MultiParameterResolverFactory.ordered(
                new MomentOfNow(clock),
                new SimpleResourceParameterResolverFactory(List.of(RuleBook.byDefault(), merchants, new NoRecords())),
                ClasspathParameterResolverFactory.forClass(StockAxon.class));
    }

    private <T> void register(Class<T> type) {
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(type)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .lockFactory(PessimisticLockFactory.usingDefaults())
                .cache(new EverythingCache())
                .build();
        var handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .parameterResolverFactory(parameters)
                .repository(repository)
                .commandTargetResolver(command -> new VersionedAggregateIdentifier(
                        ((Command) command.getPayload()).streams().getFirst().toString(), null))
                .build();
        handler.subscribe(commands);
        handler.subscribe(commandsOfThread);
    }

    /** Sends commands, all in one transaction; for preparing. */
    void together(Collection<CommandMessage<?>> batch) throws SQLException {
        UnitOfWork<?> transaction =
                DefaultUnitOfWork.startAndGet(batch.iterator().next());
        try {
            connections.getConnection(); // so that the whole holds it, and commits it, not the first command
            for (CommandMessage<?> command : batch) {
                commandsOfThread.dispatch(command, (CommandMessage<?> _, CommandResultMessage<?> result) -> {
                    if (!(result.getPayload() instanceof Outcome.Accepted)) {
                        throw new IllegalStateException("refused: " + result.getPayload());
                    }
                });
            }
            transaction.commit();
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    CommandBus commands() {
        return commands;
    }

    JdbcEventStorageEngine events() {
        return events;
    }
}
