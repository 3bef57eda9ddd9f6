package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Bulk.RowReader;
import kr.dure.api.projection.Snapshot;

/** Holds tables, row by row, against what the log says of them. */
record Comparison(Snapshot snapshot, Differences differences) {

    /** @param expected all rows that the query should give */
    <K, V> void of(
            String table, Map<K, V> expected, String query, RowReader<K> key, RowReader<V> value, Object... parameters)
            throws SQLException {
        aspect(table, expected, query, key, value, parameters);
        differences.checked(table, expected.size());
    }

    /** Of rows that are counted elsewhere. */
    <K, V> void aspect(
            String table, Map<K, V> expected, String query, RowReader<K> key, RowReader<V> value, Object... parameters)
            throws SQLException {
        Map<K, V> missing = new HashMap<>(expected);
        snapshot.each(
                query,
                row -> {
                    K name = key.read(row);
                    differences.compare(table + ", " + name, missing.remove(name), value.read(row));
                },
                parameters);
        missing.forEach((name, wanted) -> differences.compare(table + ", " + name, wanted, null));
    }
}
