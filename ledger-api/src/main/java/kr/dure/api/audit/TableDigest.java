package kr.dure.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import kr.dure.api.projection.Snapshot;

/** What a table holds, in one number: SHA-256 of all rows in the order of the primary key, a line each. */
record TableDigest(long rows, String sha256) {
    private static final String PRIMARY_KEY = """
            select string_agg(quote_ident(a.attname), ', ' order by k.place)
            from pg_index i
            cross join unnest(i.indkey) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where i.indrelid = ?::regclass and i.indisprimary""";

    static TableDigest of(Snapshot snapshot, String schema, String table) throws SQLException {
        String name = schema + "." + table;
        var rows = new Rows();
        snapshot.each(
                "select t::text from " + name + " t order by " + primaryKey(snapshot, name),
                row -> rows.add(row.getString(1)));
        return rows.digest();
    }

    private static String primaryKey(Snapshot snapshot, String table) throws SQLException {
        try (var row = snapshot.cursor(PRIMARY_KEY, table)) {
            if (!row.next()) {
                throw new IllegalStateException(table + " has no primary key");
            }
            return row.row().getString(1);
        }
    }

    private static final class Rows {
        private final MessageDigest sha;
        private long rows;

        Rows() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(String row) {
            sha.update(row.getBytes(UTF_8));
            sha.update((byte) '\n');
            rows++;
        }

        TableDigest digest() {
            return new TableDigest(rows, HexFormat.of().formatHex(sha.digest()));
        }
    }
}
