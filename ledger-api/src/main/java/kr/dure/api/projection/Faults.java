package kr.dure.api.projection;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the database's troubles, which pass, from events that will never fit. */
final class Faults {
    /** Connections, rollbacks, resources, operators, the system; and a change of tables under way. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Faults() {}

    static boolean passes(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException sql
            when sql.getSQLState() != null ->
                sql.getSQLState().length() >= 2
                        && PASSING.contains(sql.getSQLState().substring(0, 2));
            default -> passes(failure.getCause());
        };
    }
}
