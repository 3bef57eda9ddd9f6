package kr.dure.ops.town;

import kr.dure.core.eventlog.Operation;
import org.jspecify.annotations.Nullable;

/** A line of a town file, read: an operation, or nothing that could be done. */
public sealed interface TownLine {
    record Valid(Operation operation) implements TownLine {}

    /**
     * @param id of the line if it has a valid one
     * @param reason what is wrong, for people
     */
    record Invalid(@Nullable String id, String reason) implements TownLine {}
}
