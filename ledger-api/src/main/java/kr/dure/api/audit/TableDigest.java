package kr.dure.api.audit;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Snapshot;

/**
 * What a table holds, in one number, whatever the order of its rows: the sum of a 64-bit hash of each row, made by the
 * database where the rows are. It compares two tables of one database; against forgers there is the log.
 */
record TableDigest(long rows, String digest) {
    /** Of {@link ReadSide#MONEY_TABLES}, in their order. */
    static List<TableDigest> all(Snapshot snapshot, String schema) throws SQLException {
        List<TableDigest> digests = new ArrayList<>();
        for (String table : ReadSide.MONEY_TABLES) {
            digests.add(of(snapshot, schema, table));
        }
        return digests;
    }

    private static TableDigest of(Snapshot snapshot, String schema, String table) throws SQLException {
        String sql = """
                select count(*), coalesce(sum(hash_record_extended(t, 0)), 0) from %s.%s t""".formatted(schema, table);
        try (var row = snapshot.cursor(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("no count of " + table);
            }
            return new TableDigest(row.row().getLong(1), hex(row.row().getBigDecimal(2)));
        }
    }

    /** Modulo 2 to the 64th. */
    private static String hex(BigDecimal sum) {
        return "%016x".formatted(sum.toBigIntegerExact().longValue());
    }
}
