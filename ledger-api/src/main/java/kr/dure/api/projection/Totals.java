package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Tables that, in a filling from the log's start, are cheaper to make once of everything than to keep up to date. */
@FunctionalInterface
public interface Totals {
    /**
     * Makes them of what was poured, within a transaction in which tables are found by their bare names.
     *
     * @throws SQLException also if the tables cannot hold what the events add up to
     */
    void make(Connection connection, LogDays days) throws SQLException;
}
