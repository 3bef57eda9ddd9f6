package kr.dure.core.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;

/** All running books. They are folded together, and thrown away and folded anew together. */
final class BookShelf {
    private final SnapshotCodec codec = new SnapshotCodec();
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

    /** The streams under which checkpoints are kept. */
    List<String> checkpoints() {
        return kinds.keySet().stream().map(BookShelf::stream).toList();
    }

    /** All books as they stand after the event at a position. */
    List<StoredSnapshot> checkpoint(long position) {
        List<StoredSnapshot> checkpoint = new ArrayList<>();
        books.forEach((type, book) ->
                checkpoint.add(new StoredSnapshot(stream(type), position, codec.form(type), codec.write(book))));
        return checkpoint;
    }

    /**
     * Opens the books where a checkpoint left them, or empty if it is not whole, was made by other code or
     * cannot be read.
     *
     * @return the position up to which they are folded
     */
    long open(Map<String, StreamTail> checkpoint) {
        empty();
        Map<Class<?>, RunningBook> read = new LinkedHashMap<>();
        Set<Long> positions = new HashSet<>();
        for (var type : kinds.keySet()) {
            var tail = checkpoint.get(stream(type));
            var snapshot = tail == null ? null : tail.snapshot();
            var book = snapshot == null ? null : codec.open(snapshot, type);
            if (snapshot == null || book == null) {
                return 0;
            }
            read.put(type, (RunningBook) book);
            positions.add(snapshot.sequence());
        }
        if (positions.size() != 1) {
            return 0;
        }
        books.putAll(read);
        return positions.iterator().next();
    }

    private static String stream(Class<?> type) {
        return "book/" + type.getSimpleName();
    }
}
