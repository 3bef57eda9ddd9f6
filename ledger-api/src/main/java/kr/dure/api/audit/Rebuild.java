package kr.dure.api.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Filling;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;

/**
 * Makes all projections anew beside the live ones, from the log, and compares them table by table. Readers are not
 * disturbed: the live tables stay as they are until the new ones take their place in one transaction.
 */
public final class Rebuild {
    private static final String SCHEMA = "read_rebuild";
    private static final int ATTEMPTS = 20;

    private final LogStore log;
    private final EventCodec codec;
    private final DataSource app;
    private final DataSource owner;
    private final String appRole;

    /**
     * @param app as the role that runs
     * @param owner as the role that owns the schema
     */
    public Rebuild(LogStore log, EventCodec codec, DataSource app, DataSource owner, String appRole) {
        this.log = log;
        this.codec = codec;
        this.app = app;
        this.owner = owner;
        this.appRole = appRole;
    }

    /** A table, and the SHA-256 of all its rows, live and rebuilt. */
    public record Table(String name, long rows, String live, String rebuilt) {
        public boolean isEqual() {
            return live.equals(rebuilt);
        }
    }

    /** @param position up to which both were folded */
    public record Result(long position, List<Table> tables) {
        public boolean isEqual() {
            return tables.stream().allMatch(Table::isEqual);
        }
    }

    /** Rebuilds and compares; the rebuilt tables stay beside the live ones until {@link #discard} or {@link #switchOver}. */
    public Result run() throws SQLException {
        discard();
        create();
        try (Connection connection = app.getConnection()) {
            var group = ReadSide.money(log, codec, SCHEMA);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                long rebuilt = Filling.fill(group, connection);
                try (Snapshot live = Snapshot.open(app, ReadSide.SCHEMA);
                        Snapshot anew = Snapshot.open(app, SCHEMA)) {
                    if (live.number("select position from projection where name = 'money'") == rebuilt) {
                        return new Result(rebuilt, compare(live, anew));
                    }
                }
            }
        }
        throw new IllegalStateException("the log grows faster than the projections are rebuilt");
    }

    /** Puts the rebuilt tables in the place of the live ones. */
    public void switchOver() throws SQLException {
        asOwner("begin; alter schema " + ReadSide.SCHEMA + " rename to read_old; alter schema " + SCHEMA + " rename to "
                + ReadSide.SCHEMA + "; drop schema read_old cascade; commit");
    }

    /** Throws the rebuilt tables away. */
    public void discard() throws SQLException {
        asOwner("drop schema if exists " + SCHEMA + " cascade");
    }

    private void create() throws SQLException {
        asOwner("begin; "
                + schema().replace("schema read", "schema " + SCHEMA)
                        .replace("search_path = read;", "search_path = " + SCHEMA + ";")
                        .replace("${app}", appRole)
                + "; commit");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String schema() {
        try (InputStream sql = ReadSide.class.getResourceAsStream("schema/V2__read_side.sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Table> compare(Snapshot live, Snapshot anew) throws SQLException {
        List<String> names = new ArrayList<>();
        live.each(
                "select tablename from pg_tables where schemaname = ? order by 1",
                row -> names.add(row.getString(1)),
                ReadSide.SCHEMA);
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            var one = digest(live, name);
            var other = digest(anew, name);
            tables.add(new Table(name, one.rows, one.hex(), other.hex()));
        }
        return tables;
    }

    private static Digest digest(Snapshot snapshot, String table) throws SQLException {
        var digest = new Digest();
        snapshot.each(
                "select t::text from " + table + " t order by t::text collate \"C\"",
                row -> digest.add(row.getString(1)));
        return digest;
    }

    private static final class Digest {
        private final MessageDigest sha;
        private long rows;

        Digest() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(String row) {
            sha.update(row.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
            rows++;
        }

        String hex() {
            return HexFormat.of().formatHex(sha.digest());
        }
    }
}
