package kr.dure.core.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Whether the database keeps what it confirms, and whether the role that runs can only add to the log. Ask with the very
 * data source that appends: some settings differ by role.
 */
public final class DurabilityCheck {
    private static final int OLDEST_VERSION = 150_000;

    /** With {@code local}, too, a commit is on this server's disk, but not on the standby that somebody relies upon. */
    private static final Set<String> SYNCHRONOUS = Set.of("on", "remote_write", "remote_apply");

    private static final String SETTINGS = """
            select current_setting('server_version_num'), current_setting('server_version'),
                   current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')
            """;

    /** Who logged in counts as well as who it is now: the one can become the other again. */
    private static final String SUPERUSER = """
            select current_user, bool_or(rolsuper) from pg_roles where rolname in (current_user, session_user)
            """;

    /** A member of the owner could give itself what it was not granted. */
    private static final String RIGHTS = """
            select wanted.name,
                   has_any_column_privilege(wanted.name, 'UPDATE'),
                   has_table_privilege(wanted.name, 'DELETE'),
                   has_table_privilege(wanted.name, 'TRUNCATE'),
                   has_table_privilege(wanted.name, 'TRIGGER'),
                   (select pg_has_role(relowner, 'MEMBER') from pg_class where oid = wanted.name::regclass)
            from (values ('ledger.event'), ('ledger.refusal')) as wanted(name)
            """;

    private DurabilityCheck() {}

    /**
     * One thing that was looked at.
     *
     * @param setting its name, such as {@code fsync}
     * @param value what it is
     * @param wanted what it should be
     */
    public record Finding(String setting, String value, String wanted, boolean good) {
        @Override
        public String toString() {
            return setting + " is " + value + (good ? "" : ", should be " + wanted);
        }
    }

    /**
     * Everything that was looked at, good or not.
     *
     * @throws LogUnavailable if the database cannot be asked
     */
    public static List<Finding> findings(DataSource appending) {
        List<Finding> findings = new ArrayList<>();
        try (var connection = appending.getConnection();
                var statement = connection.createStatement()) {
            try (var settings = statement.executeQuery(SETTINGS)) {
                settings.next();
                settings(settings, findings);
            }
            try (var role = statement.executeQuery(SUPERUSER)) {
                role.next();
                findings.add(never("role " + role.getString(1), "a superuser", role.getBoolean(2)));
            }
            try (var rights = statement.executeQuery(RIGHTS)) {
                while (rights.next()) {
                    rights(rights, findings);
                }
            }
        } catch (SQLException failure) {
            throw new LogUnavailable("its settings cannot be read: " + PostgresFailure.line(failure), failure);
        }
        return List.copyOf(findings);
    }

    /**
     * Lets pass only a database that a ledger can trust.
     *
     * @throws LogUnsafe naming every setting that is wrong, with its value
     * @throws LogUnavailable if the database cannot be asked
     */
    public static void require(DataSource appending) {
        var wrong =
                findings(appending).stream().filter(finding -> !finding.good()).toList();
        if (!wrong.isEmpty()) {
            throw new LogUnsafe(wrong);
        }
    }

    private static void settings(ResultSet row, List<Finding> findings) throws SQLException {
        findings.add(new Finding("server version", row.getString(2), "15 or newer", row.getInt(1) >= OLDEST_VERSION));
        findings.add(on("fsync", row.getString(3)));
        findings.add(on("full_page_writes", row.getString(4)));
        findings.add(new Finding(
                "synchronous_commit",
                row.getString(5),
                "on, remote_write or remote_apply",
                SYNCHRONOUS.contains(row.getString(5))));
    }

    private static void rights(ResultSet row, List<Finding> findings) throws SQLException {
        String table = row.getString(1);
        String[] rights = {"UPDATE", "DELETE", "TRUNCATE", "TRIGGER"};
        for (int i = 0; i < rights.length; i++) {
            findings.add(never(
                    "right to " + rights[i].toLowerCase(Locale.ROOT) + " " + table, "granted", row.getBoolean(i + 2)));
        }
        findings.add(never("role of the owner of " + table, "granted", row.getBoolean(6)));
    }

    private static Finding on(String setting, String value) {
        return new Finding(setting, value, "on", value.equals("on"));
    }

    private static Finding never(String what, String state, boolean is) {
        return new Finding(what, is ? state : "not " + state, "not " + state, !is);
    }
}
