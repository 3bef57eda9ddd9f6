package kr.dure.core.eventlog;

import java.time.Instant;

/** What the writer answers to an operation. */
public sealed interface Answer {
    /**
     * It happened: the operation's first event, as it stands in the log.
     *
     * @param position its place in the whole log
     * @param at its time
     * @param payload JSON, of the form that {@code type} and {@code revision} name; see {@link EventCodec}
     */
    record Accepted(long position, Instant at, String type, int revision, String payload) implements Answer {
        public static Accepted of(StoredEvent first) {
            return new Accepted(first.position(), first.at(), first.type(), first.revision(), first.payload());
        }
    }

    /** @param figures the refusal as JSON */
    record Refused(String code, String figures) implements Answer {}

    /** The id was used before, for something else. The first use stays as it is. */
    record IdReused() implements Answer {
        public static final String CODE = "id-reused";
    }

    /** A new operation of a simulation that lies before the latest one. It claims no id. */
    record TimeWentBack(Instant latest) implements Answer {}
}
