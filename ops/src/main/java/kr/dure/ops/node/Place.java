package kr.dure.ops.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kr.dure.ops.Complaint;
import kr.dure.ops.postgres.Login;
import kr.dure.ops.postgres.OwnDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger lives.
 *
 * @param data its data directory: keys, logs, and the database if it is the ledger's own
 * @param own a PostgreSQL of the operator's, or null
 */
public record Place(Path data, @Nullable OwnDatabase own) {

    /**
     * @param data as asked for, or null for the default under the user's data directory
     * @throws Complaint if the environment names a database only by half
     */
    public static Place of(@Nullable Path data, Map<String, String> environment) {
        Path directory = data != null ? data.toAbsolutePath().normalize() : byDefault(environment);
        String url = environment.get("DURE_DB_URL");
        if (url == null || url.isBlank()) {
            return new Place(directory, null);
        }
        String user = environment.get("DURE_DB_USER");
        String password = environment.get("DURE_DB_PASSWORD");
        if (user == null || password == null || !url.startsWith("jdbc:postgresql:")) {
            throw new Complaint(
                    "DURE_DB_URL(jdbc:postgresql://…)에는 DURE_DB_USER와 DURE_DB_PASSWORD가 함께 있어야 합니다",
                    "DURE_DB_URL (jdbc:postgresql://…) needs DURE_DB_USER and DURE_DB_PASSWORD beside it");
        }
        return new Place(directory, new OwnDatabase(url, new Login(user, password), app(environment)));
    }

    private static @Nullable Login app(Map<String, String> environment) {
        String user = environment.get("DURE_DB_APP_USER");
        String password = environment.get("DURE_DB_APP_PASSWORD");
        return user == null || password == null ? null : new Login(user, password);
    }

    private static Path byDefault(Map<String, String> environment) {
        String shared = environment.get("XDG_DATA_HOME");
        Path base = shared != null && !shared.isBlank()
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("dure").toAbsolutePath();
    }

    /** A place of the same kind under another name beside this one. */
    public Place sibling(String name) {
        return new Place(data.resolveSibling(name), own);
    }

    /** Whether a ledger may be here already, as far as can be told without opening anything. */
    boolean mayHoldLedger() {
        return own != null || Files.isDirectory(data.resolve("postgres"));
    }

    @Override
    public String toString() {
        return own == null ? data.toString() : own.toString();
    }
}
