package kr.dure.ops.node;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kr.dure.ops.Complaint;
import kr.dure.ops.node.Place.OwnDatabase;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.Login;
import kr.dure.ops.postgres.Secrets;
import org.postgresql.util.PasswordUtil;

/** A database of the operator's, with the two roles that the ledger needs. */
final class OwnDatabases {
    private static final String CANNOT_LOG_IN = "28";
    private static final String NOT_ALLOWED = "42501";

    private OwnDatabases() {}

    /** @throws Complaint if it cannot be reached, lets nobody in, or lets no role be made */
    static Database prepare(OwnDatabase own, Path data) {
        var owner = new Login(own.user(), own.password());
        if (own.appUser() != null && own.appPassword() != null) {
            return new Database(own.url(), owner, new Login(own.appUser(), own.appPassword()));
        }
        try (Connection connection = DriverManager.getConnection(own.url(), own.user(), own.password())) {
            String database = connection.getCatalog();
            var app = new Login(
                    database + "_dure_app", Secrets.keptIn(data.resolve("keys").resolve("app.password")));
            makeRole(connection, app, database);
            return new Database(own.url(), owner, app);
        } catch (SQLException failure) {
            throw complaint(own, failure);
        } catch (java.io.IOException failure) {
            throw new Complaint(
                    "데이터 디렉터리에 쓸 수 없습니다: " + data, "The data directory cannot be written: " + data, failure);
        }
    }

    private static void makeRole(Connection owner, Login app, String database) throws SQLException {
        String role = quoted(app.user());
        try (var statement = owner.createStatement();
                var query = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
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

    private static Complaint complaint(OwnDatabase own, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CANNOT_LOG_IN)) {
            return new Complaint(
                    "데이터베이스가 " + own.user() + "의 비밀번호를 받아들이지 않습니다: " + own.url(),
                    "The database does not accept the password of " + own.user() + ": " + own.url(),
                    failure);
        }
        if (state.equals(NOT_ALLOWED)) {
            return new Complaint(
                    own.user() + "에게 역할을 만들 권한이 없습니다. DURE_DB_APP_USER와 DURE_DB_APP_PASSWORD로 실행용 역할을 알려 주세요",
                    own.user() + " may not make roles; name one that runs in DURE_DB_APP_USER and DURE_DB_APP_PASSWORD",
                    failure);
        }
        return new Complaint(
                "데이터베이스에 연결하지 못했습니다: " + own.url() + " (" + firstLine(failure) + ")",
                "The database cannot be reached: " + own.url(),
                failure);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
