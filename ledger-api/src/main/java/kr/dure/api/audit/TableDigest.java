package kr.dure.api.audit;

import java.math.BigDecimal;
import java.sql.SQLException;
import kr.dure.api.projection.Snapshot;

/**
 * What a table holds, in one number, whatever the order of its rows: the sums of two 64-bit hashes of each row, made by
 * the database where the rows are. It compares two tables of one database; against forgers there is the log.
 */
record TableDigest(long rows, String digest) {
    static TableDigest of(Snapshot snapshot, String schema, String table) throws SQLException {
        String sql = """
                select count(*), coalesce(sum(hash_record_extended(t, 0)), 0), coalesce(sum(hash_record_extended(t, 1)), 0)
                from %s.%s t""".formatted(schema, table);
        try (var row = snapshot.cursor(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("no count of " + table);
            }
            return new TableDigest(
                    row.row().getLong(1),
                    hex(row.row().getBigDecimal(2)) + hex(row.row().getBigDecimal(3)));
        }
    }

    /** Modulo 2 to the 64th. */
    private static String hex(BigDecimal sum) {
        return "%016x".formatted(sum.toBigIntegerExact().longValue());
    }
}
