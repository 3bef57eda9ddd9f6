package kr.dure.core.eventlog;

import java.util.List;
import java.util.stream.Collectors;

/** The database may lose or change what it has confirmed; a ledger does not run on it. */
public final class LogUnsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnsafe(List<DurabilityCheck.Finding> wrong) {
        super("the database is not safe for a ledger: "
                + wrong.stream().map(DurabilityCheck.Finding::toString).collect(Collectors.joining("; ")));
    }
}
