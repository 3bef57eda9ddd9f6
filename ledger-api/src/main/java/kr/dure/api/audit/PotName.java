package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;

/** A pot, by its number within its wallet. */
record PotName(String wallet, long number) {
    static PotName of(String wallet, JsonNode pot) {
        return new PotName(wallet, pot.required("number").longValue());
    }

    static PotName read(ResultSet row) throws SQLException {
        return new PotName(row.getString(1), row.getLong(2));
    }

    @Override
    public String toString() {
        return "pot " + number + " of " + wallet;
    }
}
