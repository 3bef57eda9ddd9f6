package kr.dure.ops.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LeaseLost;
import kr.dure.core.eventlog.LogRefused;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.ops.link.CommandCodec.NotUnderstood;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** What became of a request: one of the four answers, or why there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(
        long number,
        @Nullable Happened accepted,
        Answer.@Nullable Refused refused,
        Answer.@Nullable IdReused idReused,
        Answer.@Nullable TimeWentBack timeWentBack,
        @Nullable Failure failure) {
    private static final ObjectReader READER = CommandCodec.MAPPER
            .readerFor(Reply.class)
            .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /**
     * The first event of an operation that was accepted.
     *
     * @param payload JSON, of the form that type and revision name
     */
    record Happened(long position, Instant at, String type, int revision, String payload) {
        static Happened of(Answer.Accepted answer, EventCodec events) {
            var event = answer.event();
            return new Happened(
                    answer.position(), answer.at(), events.type(event), events.revision(event), events.write(event));
        }

        Answer.Accepted answer(EventCodec events) {
            return new Answer.Accepted(position, at, events.read(type, revision, payload, position));
        }
    }

    /** @param why for a person */
    record Failure(Kind kind, String why) {}

    enum Kind {
        /** Nothing of it is in the log; it may be repeated. */
        UNAVAILABLE,
        /** It may be in the log or not. */
        UNKNOWN,
        /** It cannot be in this log. */
        REFUSED,
        /** The writer is of another version. */
        NOT_UNDERSTOOD,
        /** A fault of the program. */
        FAULT
    }

    static Reply of(long number, Answer answer, EventCodec events) {
        return switch (answer) {
            case Answer.Accepted given -> new Reply(number, Happened.of(given, events), null, null, null, null);
            case Answer.Refused given -> new Reply(number, null, given, null, null, null);
            case Answer.IdReused given -> new Reply(number, null, null, given, null, null);
            case Answer.TimeWentBack given -> new Reply(number, null, null, null, given, null);
        };
    }

    static Reply of(long number, Throwable failure) {
        Kind kind = switch (failure) {
            case NobodyDecides _, LogUnavailable _, LeaseLost _ -> Kind.UNAVAILABLE;
            case OutcomeUnknown _ -> Kind.UNKNOWN;
            case LogRefused _ -> Kind.REFUSED;
            case NotUnderstood _ -> Kind.NOT_UNDERSTOOD;
            default -> Kind.FAULT;
        };
        return new Reply(number, null, null, null, null, new Failure(kind, String.valueOf(failure.getMessage())));
    }

    /**
     * The answer, or null if there is none.
     *
     * @throws IllegalStateException if it tells of an event that this version does not know
     */
    @Nullable
    Answer answer(EventCodec events) {
        if (accepted != null) {
            return accepted.answer(events);
        }
        if (refused != null) {
            return refused;
        }
        return idReused != null ? idReused : timeWentBack;
    }

    /** What is thrown here in the place of what was thrown there. */
    RuntimeException thrown() {
        if (failure == null) {
            return new OutcomeUnknown(new Malformed("a reply that says nothing"));
        }
        String why = failure.why();
        return switch (failure.kind()) {
            case UNAVAILABLE -> new NobodyDecides(why);
            case UNKNOWN -> new OutcomeUnknown(new IllegalStateException(why));
            case REFUSED -> new LogRefused(why, null);
            case NOT_UNDERSTOOD -> new IllegalStateException("the writer is of another version: " + why);
            case FAULT -> new IllegalStateException("a fault in the writer's node: " + why);
        };
    }

    byte[] bytes() {
        return CommandCodec.MAPPER.writeValueAsBytes(this);
    }

    static Reply read(byte[] frame) throws Malformed {
        try {
            return READER.readValue(frame);
        } catch (JacksonException garbage) {
            throw new Malformed("no reply", garbage);
        }
    }
}
