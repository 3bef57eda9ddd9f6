package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.RunningBook;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** Puts the features on Axon: aggregates with their repositories, handlers on the command bus, books on the shelf. */
final class Machinery implements Feature.Assembly {
    private static final HandlerDefinition HANDLERS = ClasspathHandlerDefinition.forClass(Machinery.class);

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final Map<Class<?>, StreamRepository<?>> repositories = new LinkedHashMap<>();
    private final Map<String, StreamRepository<?>> byPrefix = new HashMap<>();
    private final BookShelf books = new BookShelf();
    private final DecisionContext context;
    private final ParameterResolverFactory parameters;
    private final EventStore eventStore;
    private final Snapshots snapshots;
    private final long aggregatesCached;
    private final Bounds bounds;

    Machinery(
            DecisionContext context, EventStore eventStore, Snapshots snapshots, long aggregatesCached, Bounds bounds) {
        this.context = context;
        this.parameters =
                new MultiParameterResolverFactory(context, ClasspathParameterResolverFactory.forClass(Machinery.class));
        this.eventStore = eventStore;
        this.snapshots = snapshots;
        this.aggregatesCached = aggregatesCached;
        this.bounds = bounds;
    }

    SimpleCommandBus commands() {
        return commands;
    }

    BookShelf books() {
        return books;
    }

    Collection<StreamRepository<?>> repositories() {
        return repositories.values();
    }

    /** Whether an aggregate is in memory; any thread. */
    boolean isCached(String stream) {
        var repository = repositoryOf(stream);
        return repository != null && repository.isCached(stream);
    }

    @Nullable
    StreamRepository<?> repositoryOf(String stream) {
        return byPrefix.get(LogStorageEngine.prefix(stream));
    }

    @Override
    public <T> Repository<T> aggregate(Class<T> type, String prefix, Supplier<T> blank) {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type, parameters, HANDLERS);
        var repository = new StreamRepository<>(model, blank, eventStore, aggregatesCached, bounds.eventsPerSnapshot());
        repositories.put(type, repository);
        byPrefix.put(prefix, repository);
        snapshots.register(prefix, type);
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .aggregateModel(model)
                .parameterResolverFactory(parameters)
                .handlerDefinition(HANDLERS)
                .repository(repository)
                .commandTargetResolver(command -> new VersionedAggregateIdentifier(
                        ((Command) command.getPayload()).streams().getFirst(), null))
                .build()
                .subscribe(commands);
        return repository;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Repository<T> repository(Class<T> type) {
        var repository = repositories.get(type);
        if (repository == null) {
            throw new IllegalStateException(type + " is registered by no feature before this one");
        }
        return (Repository<T>) repository;
    }

    @Override
    public void handler(Object handler) {
        new AnnotationCommandHandlerAdapter<>(handler, parameters, HANDLERS).subscribe(commands);
    }

    @Override
    public <B extends RunningBook> void book(Class<B> type, Supplier<B> empty, List<Class<? super B>> alsoAs) {
        books.add(type, empty);
        context.provide(type, () -> books.get(type));
        for (Class<? super B> other : alsoAs) {
            provideAs(other, type);
        }
    }

    private <S, B extends S> void provideAs(Class<S> service, Class<B> book) {
        context.provide(service, () -> books.get(book));
    }
}
