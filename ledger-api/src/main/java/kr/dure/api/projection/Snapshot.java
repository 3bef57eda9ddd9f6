package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One state of the ledger: everything that is read through it belongs to the same position. Tables of the read side are
 * found by their bare names, the log as {@code ledger.event}. Keep it open only for as long as it takes to read.
 */
public final class Snapshot implements AutoCloseable {
    private static final int FETCH = 5_000;

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    public static Snapshot open(DataSource database, String schema) throws SQLException {
        var snapshot = new Snapshot(database.getConnection());
        try {
            snapshot.begin(schema);
            return snapshot;
        } catch (SQLException | RuntimeException failure) {
            snapshot.close();
            throw failure;
        }
    }

    private void begin(String schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set transaction isolation level repeatable read, read only; set local search_path = " + schema);
        }
    }

    /** Hands over row by row, in bounded memory; several readings may be under way at once. */
    public void each(String sql, RowUse use, Object... parameters) throws SQLException {
        try (Cursor cursor = cursor(sql, parameters)) {
            while (cursor.next()) {
                use.accept(cursor.row());
            }
        }
    }

    public Cursor cursor(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return new Cursor(statement, statement.executeQuery());
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /** The one number that a query gives; 0 if it gives null. */
    public long number(String sql, Object... parameters) throws SQLException {
        try (Cursor cursor = cursor(sql, parameters)) {
            return cursor.next() ? cursor.row().getLong(1) : 0;
        }
    }

    /** Ends the transaction, which changed nothing, and gives the connection back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Rows as they come. */
    public record Cursor(PreparedStatement statement, ResultSet row) implements AutoCloseable {
        public boolean next() throws SQLException {
            return row.next();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /** Takes in one row. */
    @FunctionalInterface
    public interface RowUse {
        void accept(ResultSet row) throws SQLException;
    }
}
