package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Tries the dead letters of a group again, oldest first, while its projector goes on. */
public final class Retry {
    private final ProjectionGroup group;
    private final DataSource database;

    /** @param database as the role that runs */
    public Retry(ProjectionGroup group, DataSource database) {
        this.group = group;
        this.database = database;
    }

    /** @param left those that could not be taken in again, with those that wait behind them */
    public record Result(int taken, int left) {}

    /** Each letter in a transaction of its own; one that fails keeps back the others of its stream. */
    public Result run() throws SQLException {
        int taken = 0;
        int left = 0;
        Set<String> blocked = new HashSet<>();
        try (Connection connection = database.getConnection()) {
            for (DeadLetter letter : group.deadLetters(connection)) {
                if (!blocked.contains(letter.stream()) && group.retry(connection, letter)) {
                    taken++;
                } else {
                    blocked.add(letter.stream());
                    left++;
                }
            }
        }
        return new Result(taken, left);
    }
}
