package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import kr.dure.api.projection.Nanos;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that the tables know of a pot. */
record PotRow(
        String kind,
        long face,
        long paid,
        long remaining,
        long held,
        LocalDate expiresOn,
        boolean renewed,
        @Nullable String incentive,
        boolean touched,
        long keptUntil) {
    static final String SELECT = """
            select wallet, pot, kind, face, paid, remaining, held, expires_on - date '1970-01-01', renewed, incentive,
                touched, kept_until
            from\s""";

    /** From what a wallet remembers. */
    static PotRow of(JsonNode pot) {
        return new PotRow(
                pot.required("kind").stringValue(),
                pot.required("face").longValue(),
                pot.required("paid").longValue(),
                pot.required("left").longValue(),
                pot.required("held").longValue(),
                LocalDate.parse(pot.required("expiresOn").stringValue()),
                pot.required("renewed").booleanValue(),
                pot.path("incentive").stringValue(null),
                pot.required("touched").booleanValue(),
                Nanos.of(Instant.parse(pot.required("keepUntil").stringValue())));
    }

    static PotRow read(ResultSet row) throws SQLException {
        return new PotRow(
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                LocalDate.ofEpochDay(row.getLong(8)),
                row.getBoolean(9),
                row.getString(10),
                row.getBoolean(11),
                row.getLong(12));
    }
}
