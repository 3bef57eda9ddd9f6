package kr.dure.ops.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kr.dure.ops.Complaint;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;

/**
 * A PostgreSQL 15 or later of the operator's.
 *
 * @param user owns the schema and migrates it
 * @param app the role that runs, or null to have one made beside {@code user}
 */
public record OwnDatabase(String url, Login user, @Nullable Login app) {
    private static final String CANNOT_LOG_IN = "28";
    private static final String NOT_ALLOWED = "42501";
    /** Until the connection ends: {@code "dureprep"} in ASCII. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_lock(x'6475726570726570'::bigint)";

    /**
     * The database with its two roles. Several nodes may do so at once, each in its own data directory: the password of a
     * role that is made comes from the owner's, so that all of them know it.
     *
     * @throws Complaint if the database cannot be reached, lets nobody in, or lets no role be made
     */
    public Database prepare() {
        try (Connection connection = DriverManager.getConnection(url, user.user(), user.password())) {
            if (app != null) {
                return new Database(url, user, app);
            }
            String database = connection.getCatalog();
            var made = new Login(database + "_dure_app", Secrets.derived(user.password(), database));
            makeRole(connection, made, database);
            return new Database(url, user, made);
        } catch (SQLException failure) {
            throw complaint(failure);
        }
    }

    private static void makeRole(Connection owner, Login app, String database) throws SQLException {
        String role = quoted(app.user());
        try (var statement = owner.createStatement();
                var query = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            statement.execute(ONE_AT_A_TIME);
            query.setString(1, app.user());
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    statement.execute("create role " + role + " login");
                }
            }
            String verifier = PasswordUtil.encodeScramSha256(app.password().toCharArray());
            statement.execute("alter role " + role + " password '" + verifier + "'");
            statement.execute("grant connect on database " + quoted(database) + " to " + role);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Complaint complaint(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CANNOT_LOG_IN)) {
            return new Complaint(
                    "데이터베이스가 " + user.user() + "의 로그인을 받아들이지 않습니다: " + url,
                    "The database does not let " + user.user() + " in: " + url,
                    failure);
        }
        if (state.equals(NOT_ALLOWED)) {
            return new Complaint(
                    user.user() + "에게 역할을 만들 권한이 없습니다. DURE_DB_APP_USER와 DURE_DB_APP_PASSWORD를 주세요",
                    user.user() + " may not make roles; name one in DURE_DB_APP_USER and DURE_DB_APP_PASSWORD",
                    failure);
        }
        return new Complaint(
                "데이터베이스에 연결하지 못했습니다: " + url,
                "The database cannot be reached: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(url),
                failure);
    }

    @Override
    public String toString() {
        return url;
    }
}
