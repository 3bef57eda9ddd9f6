package kr.dure.bench;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Fills the log of a stopped ledger with payments of wallets that take no part in the load. An empty table flatters:
 * here every index has its size and its shape, for the rows are inserted in the order and the way in which they would
 * have been.
 */
final class Preload {
    private static final int STRANGERS = 100_000;
    private static final int AT_ONCE = 500_000;

    /** After a payment that is there already; only its wallet, its id, and its place in the log are others. */
    private static final String COPIES = """
            with template as (
                select e.*, (select max(position) from ledger.event) as head, (select max(at) from ledger.event) as latest
                from ledger.event e where type = 'wallet.MerchantPaid' order by position desc limit 1
            ), copy as (
                select n, 'S' || lpad((n %% %1$d)::text, 6, '0') as wallet, gen_random_uuid()::text as id
                from generate_series(?::bigint, ?::bigint) as n
            )
            insert into ledger.event
                (position, at, sequence, epoch, revision, type, stream, operation, digest, subject, payload)
            select t.head + n - ? + 1, t.latest + n, n / %1$d, t.epoch, t.revision, t.type, 'wallet/' || wallet, id,
                   sha256(id::bytea), null,
                   replace(replace(t.payload, substr(t.stream, 8), wallet), t.operation, id)
            from template t, copy
            order by n
            """.formatted(STRANGERS);

    private Preload() {}

    /** @param owner may insert without holding the lease */
    static void payments(DataSource owner, long count) throws SQLException {
        try (var connection = owner.getConnection();
                var insert = connection.prepareStatement(COPIES)) {
            for (long from = 0; from < count; from += AT_ONCE) {
                insert.setLong(1, from);
                insert.setLong(2, Math.min(from + AT_ONCE, count) - 1);
                insert.setLong(3, from);
                insert.executeUpdate();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum (freeze, analyze) ledger.event");
            }
        }
    }
}
