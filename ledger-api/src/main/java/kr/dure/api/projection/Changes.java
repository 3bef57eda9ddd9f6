package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What one batch of events changes in some tables. It is gathered in memory, event by event, and then written set by
 * set; each batch has new ones.
 */
public interface Changes {
    void take(Fact fact);

    /**
     * Writes everything in a few statements, within a transaction in which tables are found by their bare names.
     *
     * @param before the time of the newest event that the tables hold already; 0 if they hold none
     * @throws IllegalStateException if the tables do not hold what the events build on
     */
    void write(Connection connection, long before) throws SQLException;

    /**
     * Writes, in a filling from the log's start, what {@link Totals} will be made of; whatever they do not make is
     * written as ever.
     */
    default void pour(Connection connection, long before) throws SQLException {
        write(connection, before);
    }
}
