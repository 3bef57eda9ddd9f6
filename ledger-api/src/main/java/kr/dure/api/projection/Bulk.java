package kr.dure.api.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One statement for many rows: each column goes to the database as one array, to be taken apart there by {@code unnest}.
 * The arrays fill the statement's first parameters, in the order of their naming; single values follow.
 */
public final class Bulk<R> {
    private final Connection connection;
    private final Collection<R> rows;
    private final List<Object> parameters = new ArrayList<>();

    public Bulk(Connection connection, Collection<R> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    public Bulk<R> longs(ToLongFunction<R> column) {
        parameters.add(rows.stream().mapToLong(column).toArray());
        return this;
    }

    public Bulk<R> nullableLongs(Function<R, @Nullable Long> column) {
        return column(new Long[rows.size()], column);
    }

    public Bulk<R> texts(Function<R, @Nullable String> column) {
        return column(new String[rows.size()], column);
    }

    public Bulk<R> flags(Predicate<R> column) {
        return column(new Boolean[rows.size()], column::test);
    }

    /** Days as their numbers since 1970: any year fits, whatever the date's text looks like. */
    public Bulk<R> days(Function<R, @Nullable LocalDate> column) {
        return nullableLongs(row -> {
            LocalDate day = column.apply(row);
            return day == null ? null : day.toEpochDay();
        });
    }

    public Bulk<R> value(long value) {
        parameters.add(value);
        return this;
    }

    private <T> Bulk<R> column(@Nullable T[] values, Function<R, ? extends @Nullable T> column) {
        int i = 0;
        for (R row : rows) {
            values[i++] = column.apply(row);
        }
        parameters.add(values);
        return this;
    }

    /** Runs the statement, unless there are no rows. */
    public void update(String sql) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepare(sql)) {
                statement.executeUpdate();
            }
        }
    }

    /** @throws IllegalStateException if the statement does not change one row of the table for each row given */
    public void updateEach(String sql) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepare(sql)) {
                int updated = statement.executeUpdate();
                if (updated != rows.size()) {
                    throw new IllegalStateException(
                            updated + " of " + rows.size() + " rows found by: " + sql.strip() + " " + rows);
                }
            }
        }
    }

    public <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepare(sql);
                    ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(reader.read(result));
                }
            }
        }
        return found;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
