package kr.dure.api.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what does not agree. The first ones are named, all are counted. */
final class Differences {
    private static final int NAMED = 1_000;

    private final List<String> named = new ArrayList<>();
    private final Map<String, Long> checked = new TreeMap<>();
    private long count;

    void add(String sentence) {
        count++;
        if (named.size() < NAMED) {
            named.add(sentence);
        }
    }

    void checked(String what, long number) {
        checked.merge(what, number, Long::sum);
    }

    /** @param expected from the log, or null if the log knows nothing of it */
    void compare(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            add(what + ": the log says " + text(expected) + ", found " + text(found));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    Verification.Result result(long position) {
        return new Verification.Result(position, Collections.unmodifiableMap(checked), count, List.copyOf(named));
    }
}
