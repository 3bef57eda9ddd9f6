package kr.dure.core.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** What a failure of PostgreSQL says of the statement that failed. */
final class PostgresFailure {
    private static final int SECONDS_TO_ANSWER = 5;
    private static final String DUPLICATE_KEY = "23505";

    private PostgresFailure() {}

    /**
     * What to make of the failure of a statement that commits by itself. It has certainly done nothing if the server
     * answered with an error and the session lives on: whatever strikes during a commit or after it ends the session. A
     * broken connection proves nothing, whichever end broke it.
     */
    static RuntimeException ofCommit(SQLException failure, Connection session) {
        return switch (kind(failure)) {
            // wrong data, a broken constraint, something that is too large
            case "22", "23", "44", "54" ->
                isAlive(session) ? new LogRefused(line(failure), failure) : new OutcomeUnknown(failure);
            // read only, another transaction or a lock in the way, no right, no room, cancelled
            case "25", "40", "42", "53", "55", "57" ->
                isAlive(session) ? new LogUnavailable(line(failure), failure) : new OutcomeUnknown(failure);
            // a broken connection, an internal error, and whatever nobody has thought of
            default -> new OutcomeUnknown(failure);
        };
    }

    static boolean isAlive(Connection session) {
        try {
            return session.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException dead) {
            return false;
        }
    }

    /** One line for a person: what the server says first, of a duplicate also the key, and the code to look it up by. */
    static String line(SQLException failure) {
        int lines = DUPLICATE_KEY.equals(failure.getSQLState()) ? 2 : 1;
        String said = String.valueOf(failure.getMessage())
                .lines()
                .limit(lines)
                .map(String::strip)
                .collect(Collectors.joining("; "));
        return said + " (SQLSTATE " + failure.getSQLState() + ")";
    }

    /** The class of an SQLSTATE: its first two characters. */
    private static String kind(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
