package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;

/** All running books. They are folded together, and thrown away and folded anew together. */
final class BookShelf {
    private final Map<Class<?>, Supplier<? extends RunningBook>> kinds = new LinkedHashMap<>();
    private final Map<Class<?>, RunningBook> books = new LinkedHashMap<>();

    <B extends RunningBook> void add(Class<B> type, Supplier<B> empty) {
        kinds.put(type, empty);
        books.put(type, empty.get());
    }

    <B> B get(Class<B> type) {
        return type.cast(Objects.requireNonNull(books.get(type), type::getName));
    }

    void fold(LedgerEvent event, Instant at) {
        for (RunningBook book : books.values()) {
            book.fold(event, at);
        }
    }

    void empty() {
        kinds.forEach((type, empty) -> books.put(type, empty.get()));
    }
}
