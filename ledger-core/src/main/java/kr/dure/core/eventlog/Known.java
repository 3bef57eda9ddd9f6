package kr.dure.core.eventlog;

import java.security.MessageDigest;

/** An operation that was answered before. */
record Known(byte[] digest, Answer answer) {
    static Known of(StoredEvent event) {
        return new Known(java.util.Objects.requireNonNull(event.digest()), new Answer.Accepted(event.position()));
    }

    static Known of(StoredRefusal refusal) {
        return new Known(refusal.digest(), new Answer.Refused(refusal.code(), refusal.answer()));
    }

    /** The first answer again, if the request is the same. */
    Answer answerTo(byte[] request) {
        return MessageDigest.isEqual(digest, request) ? answer : new Answer.IdReused();
    }
}
