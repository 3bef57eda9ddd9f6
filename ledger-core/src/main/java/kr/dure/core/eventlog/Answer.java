package kr.dure.core.eventlog;

import java.time.Instant;
import kr.dure.core.ledger.LedgerEvent;

/** What the writer answers to an operation. */
public sealed interface Answer {
    /**
     * It happened: the operation's first event, as it stands in the log.
     *
     * @param position its place in the whole log
     * @param at its time
     */
    record Accepted(long position, Instant at, LedgerEvent event) implements Answer {}

    /** @param figures the refusal as JSON */
    record Refused(String code, String figures) implements Answer {}

    /** The id was used before, for something else. The first use stays as it is. */
    record IdReused() implements Answer {
        public static final String CODE = "id-reused";
    }

    /** A new operation of a simulation that lies before the latest one. It claims no id. */
    record TimeWentBack(Instant latest) implements Answer {}
}
