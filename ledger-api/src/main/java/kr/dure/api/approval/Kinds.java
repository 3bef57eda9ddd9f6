package kr.dure.api.approval;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Everything that takes two people. */
public final class Kinds {
    private final Map<String, Kind<?>> kinds = new TreeMap<>();

    public Kinds(Collection<? extends Kind<?>> all) {
        for (Kind<?> kind : all) {
            if (kinds.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds are named " + kind.name());
            }
        }
    }

    /** @throws IllegalStateException if this version knows no such kind */
    Kind<?> of(Proposal proposal) {
        Kind<?> kind = kinds.get(proposal.kind());
        if (kind == null) {
            throw new IllegalStateException("nobody knows proposals of the kind " + proposal.kind());
        }
        return kind;
    }
}
