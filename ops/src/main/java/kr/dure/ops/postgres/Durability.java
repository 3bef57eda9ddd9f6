package kr.dure.ops.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether what the server confirms survives a power cut. For our own server and for any other. */
public final class Durability {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** Asks over the connection that will be used, since a role or a database can have settings of its own. */
    public static void require(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                try (ResultSet rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    String value = rows.getString(1);
                    // remote_apply is "on" and more: the standby has applied it too.
                    if (!value.equals("on") && !value.equals("remote_apply")) {
                        throw new PostgresUnavailable.NotDurable(setting, value);
                    }
                }
            }
        }
    }
}
