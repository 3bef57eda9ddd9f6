package kr.dure.bench.peer;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;
import kr.dure.core.merchant.Merchant;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.wallet.Wallet;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
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
    private final ParameterResolverFactory parameters;

    StockAxon(Supplier<Clients> clients) {
        var serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES))
                .build();
        events = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        () -> clients.get().connections().getConnection()))
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
        commands.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(OPERATION)));
        parameters = parameters();
        register(Merchant.class);
        register(Wallet.class);
    }

    private ParameterResolverFactory parameters() {
        var clock = Clock.systemUTC();
        return MultiParameterResolverFactory.ordered(
                new MomentOfNow(clock),
                new SimpleResourceParameterResolverFactory(
                        List.of(RuleBook.byDefault(), merchants, new NoRecords())),
                ClasspathParameterResolverFactory.forClass(StockAxon.class));
    }

    private <T> void register(Class<T> type) {
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(type)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .lockFactory(PessimisticLockFactory.usingDefaults())
                .cache(new EverythingCache())
                .build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .parameterResolverFactory(parameters)
                .repository(repository)
                .commandTargetResolver(command -> new VersionedAggregateIdentifier(
                        ((Command) command.getPayload()).streams().getFirst().toString(), null))
                .build()
                .subscribe(commands);
    }

    CommandBus commands() {
        return commands;
    }

    JdbcEventStorageEngine events() {
        return events;
    }
}
