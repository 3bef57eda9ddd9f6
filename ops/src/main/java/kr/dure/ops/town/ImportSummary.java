package kr.dure.ops.town;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the lines of an import ended. */
public final class ImportSummary {
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private long accepted;
    private long invalid;

    void addAccepted() {
        accepted++;
    }

    void addRefused(String code) {
        refused.merge(code, 1L, Long::sum);
    }

    void addInvalid() {
        invalid++;
    }

    public long accepted() {
        return accepted;
    }

    public long invalid() {
        return invalid;
    }

    /** The refused lines by code. */
    public SortedMap<String, Long> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    public long lines() {
        return accepted
                + invalid
                + refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
