package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;
import kr.dure.api.projection.Nanos;
import tools.jackson.databind.JsonNode;

/** Everything that the tables know of an open hold and that decisions depend on. */
record HoldRow(String wallet, String merchant, long amount, String parts, long lapsesAt) {
    static final String SELECT = "select hold, wallet, merchant, amount, parts::text, lapses_at from hold ";

    /** From what a wallet remembers. */
    static HoldRow of(String wallet, JsonNode hold) {
        return new HoldRow(
                wallet,
                hold.required("merchant").stringValue(),
                hold.required("amount").longValue(),
                hold.required("parts")
                        .valueStream()
                        .map(part -> "[" + part.required("pot").longValue() + ", "
                                + part.required("amount").longValue() + "]")
                        .collect(Collectors.joining(", ", "[", "]")),
                Nanos.of(Instant.parse(hold.required("lapsesAt").stringValue())));
    }

    static HoldRow read(ResultSet row) throws SQLException {
        return new HoldRow(row.getString(2), row.getString(3), row.getLong(4), row.getString(5), row.getLong(6));
    }
}
