package kr.dure.core.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Repository;

/** A part of the domain joins the ledger: its aggregates, its handlers, its running books, its events. */
public interface Feature {
    /** The sealed families of its events. */
    List<Class<? extends LedgerEvent>> events();

    /** How its events of older forms are read. */
    default List<Upcaster> upcasters() {
        return List.of();
    }

    void join(Assembly assembly);

    /**
     * Where features come together. Handlers may ask, by type, for any running book that was registered before them, and
     * for what the writer provides: the moment, the rule book, the records of the log.
     */
    interface Assembly {
        /** Registers an aggregate with its command handlers. Its streams are named {@code prefix/…}; an empty one is blank. */
        <T> Repository<T> aggregate(Class<T> type, String prefix, Supplier<T> blank);

        /** The repository of an aggregate that a feature before this one has registered. */
        <T> Repository<T> repository(Class<T> type);

        /** Registers an object with command handlers of its own. */
        void handler(Object handler);

        /** Registers a running book. It is found under its own type and under the others named. */
        <B extends RunningBook> void book(Class<B> type, Supplier<B> empty, List<Class<? super B>> alsoAs);
    }
}
