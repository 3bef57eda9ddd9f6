package kr.dure.ops.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/** The database and its two roles. Everything can be done again and comes out the same. */
final class Roles {
    static final String DATABASE = "dure";
    static final String OWNER = "dure_owner";
    static final String APP = "dure_app";

    private Roles() {}

    static void provision(Connection superuser, Login owner, Login app) throws SQLException {
        role(superuser, owner);
        role(superuser, app);
        if (!exists(superuser, "select 1 from pg_database where datname = ?", DATABASE)) {
            execute(superuser, "create database " + DATABASE + " owner " + OWNER + " template template0");
        }
        // By default anyone may connect to any database and make temporary tables there.
        execute(superuser, "revoke all on database " + DATABASE + ", postgres, template1 from public");
        execute(superuser, "grant connect on database " + DATABASE + " to " + APP);
    }

    private static void role(Connection superuser, Login login) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", login.user())) {
            execute(superuser, "create role " + login.user());
        }
        execute(
                superuser,
                "alter role " + login.user() + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
        // The server gets the SCRAM verifier only: the password itself never reaches it, nor its log.
        String verifier = PasswordUtil.encodeScramSha256(login.password().toCharArray());
        execute(superuser, "alter role " + login.user() + " password '" + verifier + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
