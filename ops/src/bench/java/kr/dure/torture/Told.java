package kr.dure.torture;

import java.util.HexFormat;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Operation;

/**
 * What a client was told of an operation: a line of the file {@code answers}.
 *
 * @param digest of the request, in hexadecimal digits
 * @param answer the position of its first event, or the code of the refusal
 * @param figures of the refusal, as they were given; empty for what was accepted
 */
record Told(String id, String digest, String answer, String figures) {
    private static final String TAB = "\t";

    static Told of(Operation operation, Answer answer) {
        String id = operation.id().value();
        String digest = HexFormat.of().formatHex(operation.digest());
        return switch (answer) {
            case Answer.Accepted accepted -> new Told(id, digest, Long.toString(accepted.position()), "");
            case Answer.Refused refused -> new Told(id, digest, refused.code(), refused.figures());
            case Answer.IdReused _, Answer.TimeWentBack _ ->
                throw new IllegalStateException(id + " is new, and was answered " + answer);
        };
    }

    static Told read(String line) {
        String[] parts = line.split(TAB, 4);
        return new Told(parts[0], parts[1], parts[2], parts[3]);
    }

    boolean isAccepted() {
        return figures.isEmpty();
    }

    String line() {
        return String.join(TAB, id, digest, answer, figures);
    }

    @Override
    public String toString() {
        return isAccepted() ? "accepted at " + answer : "refused, " + answer + " " + figures;
    }
}
