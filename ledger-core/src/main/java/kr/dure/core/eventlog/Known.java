package kr.dure.core.eventlog;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;

/** An operation that was answered before. */
record Known(byte[] digest, Answer answer) {
    static Known of(StoredEvent stored, EventCodec codec) {
        return new Known(
                requireNonNull(stored.digest()),
                new Answer.Accepted(stored.position(), stored.at(), codec.read(stored)));
    }

    static Known of(StoredRefusal refusal) {
        return new Known(refusal.digest(), new Answer.Refused(refusal.code(), refusal.answer()));
    }

    /** The first answer again, if the request is the same. */
    Answer answerTo(byte[] request) {
        return MessageDigest.isEqual(digest, request) ? answer : new Answer.IdReused();
    }
}
