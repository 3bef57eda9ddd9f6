package kr.dure.api.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.wallet.PotTotals;

/** A second set of the projections' tables, in a schema of their own, made after the live ones as they are today. */
final class SpareTables {
    static final String SCHEMA = "read_rebuild";

    private static final String LIVE = ReadSide.SCHEMA + ".";
    private static final String SPARE = SCHEMA + ".";
    private static final String POURED = SPARE + PotTotals.POURED;

    private static final int ATTEMPTS = 30;
    private static final String NOT_AVAILABLE = "55P03";

    /** Those of many rows: their indexes are cheaper to make when the rows are there. */
    private static final List<String> LARGE = List.of("posting", "pot");

    private final DataSource owner;
    private final String appRole;

    SpareTables(DataSource owner, String appRole) {
        this.owner = owner;
        this.appRole = '"' + appRole.replace("\"", "\"\"") + '"';
    }

    void create() throws SQLException {
        discard();
        try (Connection connection = owner.getConnection()) {
            run(connection, "create schema " + SCHEMA);
            run(connection, "grant usage on schema " + SCHEMA + " to " + appRole);
            copyForm(connection, "projection");
            run(connection, "insert into " + SPARE + "projection (name, position, at) values ('money', 0, 0)");
            for (String table : ReadSide.MONEY_TABLES) {
                copyForm(connection, table);
            }
            run(connection, "insert into " + SPARE + "fund (account, balance, spent) values ('city', 0, 0)");
            run(connection, "create unlogged table " + POURED + " " + PotTotals.POURED_COLUMNS);
            run(connection, "grant select, insert on " + POURED + " to " + appRole);
        }
    }

    /** From now on the tables are kept up to date, batch by batch. */
    void finish() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            run(connection, "set maintenance_work_mem = '512MB'");
            run(connection, "drop table " + POURED);
            for (String table : LARGE) {
                for (String index : indexes(connection, table)) {
                    run(connection, index);
                }
            }
        }
    }

    /** From now on a crash of the database takes nothing away from them, and their readers find their ways. */
    void keepFromNowOn() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            for (String table : ReadSide.MONEY_TABLES) {
                run(connection, "analyze " + SPARE + table);
                run(connection, "alter table " + SPARE + table + " set logged");
            }
            run(connection, "alter table " + SPARE + "projection set logged");
        }
    }

    /**
     * Columns, keys, indexes and checks come along, the filling of pages does not. Nothing is written to the database's
     * log: after a crash of the database the tables are empty, and the rebuilding begins anew.
     */
    private void copyForm(Connection connection, String table) throws SQLException {
        String without = LARGE.contains(table) ? " excluding indexes" : "";
        run(
                connection,
                "create unlogged table " + SPARE + table + " (like " + LIVE + table + " including all" + without + ")");
        String options = options(connection, LIVE + table);
        if (!options.isEmpty()) {
            run(connection, "alter table " + SPARE + table + " set (" + options + ")");
        }
        run(connection, "grant select, insert, update, delete on " + SPARE + table + " to " + appRole);
    }

    /** As the live table has them. */
    private static List<String> indexes(Connection connection, String table) throws SQLException {
        String sql = """
                select case when c.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON %1$s', ' ON %2$s')
                    else 'alter table %2$s%3$s add ' || pg_get_constraintdef(c.oid) end
                from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
                where i.indrelid = '%1$s%3$s'::regclass""".formatted(LIVE, SPARE, table);
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                statements.add(row.getString(1));
            }
        }
        return statements;
    }

    private static String options(Connection connection, String table) throws SQLException {
        String sql = "select array_to_string(reloptions, ', ') from pg_class where oid = '" + table + "'::regclass";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        }
    }

    void discard() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            run(connection, "drop schema if exists " + SCHEMA + " cascade");
        }
    }

    /** @return a connection in a transaction until whose end no projector can write */
    Connection holdLiveProjection() throws SQLException {
        Connection connection = owner.getConnection();
        connection.setAutoCommit(false);
        run(connection, "select from " + LIVE + "projection where name = 'money' for update");
        return connection;
    }

    /** The old tables go, the new ones take their names; all or nothing. */
    void exchange(Connection connection) throws SQLException {
        lockLiveTables(connection);
        for (String table : ReadSide.MONEY_TABLES) {
            run(connection, "drop table " + LIVE + table);
            run(connection, "alter table " + SPARE + table + " set schema " + ReadSide.SCHEMA);
        }
        run(
                connection,
                "update " + LIVE + "projection p set position = s.position, at = s.at, halted_at = null,"
                        + " error = null from " + SPARE + "projection s where s.name = p.name");
        run(connection, "drop schema " + SCHEMA + " cascade");
        connection.commit();
    }

    /** Readers must be done first. New ones wait behind this lock, so it gives way after a second and tries again. */
    private static void lockLiveTables(Connection connection) throws SQLException {
        String tables = ReadSide.MONEY_TABLES.stream().map(LIVE::concat).collect(Collectors.joining(", "));
        run(connection, "set local lock_timeout = '1s'");
        for (int attempt = 1; ; attempt++) {
            var before = connection.setSavepoint();
            try {
                run(connection, "lock table " + tables + " in access exclusive mode");
                return;
            } catch (SQLException busy) {
                if (attempt == ATTEMPTS || !NOT_AVAILABLE.equals(busy.getSQLState())) {
                    throw busy;
                }
                connection.rollback(before);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
