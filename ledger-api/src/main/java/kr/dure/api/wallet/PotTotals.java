package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import kr.dure.api.projection.LogDays;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.RowCopy;
import kr.dure.api.projection.Totals;

/** Pots, made of all that was ever changed in them: what {@link PotTables} does batch by batch. */
public final class PotTotals implements Totals {
    /** Where changes are poured. */
    public static final String POURED = "pot_change";

    /** How a pot was made stands in one of its rows. */
    public static final String POURED_COLUMNS = """
            (wallet text collate "C" not null, pot bigint not null, remaining bigint not null,
                held bigint not null, touched boolean not null, kept_until bigint not null, kind text collate "C",
                face bigint, paid bigint, expires bigint, renewed boolean, incentive text collate "C")""";

    private static final int COLUMNS = 12;

    /** A pot that nothing made has no kind, which the table does not take. */
    private static final String MAKE = """
            insert into pot (wallet, pot, remaining, held, touched, kept_until, kind, face, paid, expires_on, renewed,
                incentive)
            select wallet, pot, sum(remaining)::bigint, sum(held)::bigint, bool_or(touched), max(kept_until), max(kind),
                max(face), max(paid), date '1970-01-01' + max(expires)::int, bool_or(renewed), max(incentive)
            from pot_change
            group by wallet, pot
            having sum(remaining) <> 0 or max(kept_until) >= ?""";

    static void pour(Connection connection, Collection<PotChange> pots) throws SQLException {
        var rows = new RowCopy(COLUMNS, pots.size());
        for (PotChange pot : pots) {
            rows.row()
                    .text(pot.key().wallet())
                    .int8(pot.key().pot())
                    .int8(pot.remaining())
                    .int8(pot.held())
                    .flag(pot.isTouched())
                    .int8(pot.keptUntil());
            var made = pot.made();
            if (made == null) {
                rows.nothing().nothing().nothing().nothing().nothing().nothing();
            } else {
                rows.text(made.kind().name())
                        .int8(made.amount().value())
                        .int8(made.paid() == null ? 0 : made.paid().value())
                        .int8(made.expiresOn().toEpochDay())
                        .flag(made.renewed())
                        .text(made.incentive() == null ? null : made.incentive().value());
            }
        }
        rows.into(connection, POURED);
    }

    @Override
    public void make(Connection connection, LogDays days) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setLong(1, Nanos.of(days.latest().startOfDay()));
            statement.executeUpdate();
        }
    }
}
