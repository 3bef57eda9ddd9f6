package kr.dure.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.dure.core.eventlog.PostgresLog;

/** A database as three roles see it: who may do anything, who migrates, who runs. */
public record TestDatabase(String name, DataSource admin, DataSource owner, DataSource app) {
    public static TestDatabase create() throws SQLException {
        return TestServer.newDatabase();
    }

    /** A database of its own with the same content; everybody must have left this one. */
    public TestDatabase copy() throws SQLException {
        return TestServer.copyOf(this);
    }

    public PostgresLog log() {
        return new PostgresLog(app, app);
    }

    static void run(DataSource as, String sql) throws SQLException {
        try (var connection = as.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes something behind the ledger's back. */
    public void damage(String sql) throws SQLException {
        run(admin, sql);
    }

    /** Empties the read side, as if no event had been taken in yet. */
    public void forget() throws SQLException {
        run(admin, "truncate read." + String.join(", read.", ReadSide.MONEY_TABLES));
        run(admin, "insert into read.fund values ('city', 0, 0); update read.projection set position = 0, at = 0");
    }

    /** Remembers log and read side as they are now, for {@link #restore}. */
    public void keep() throws SQLException {
        var sql = new StringBuilder("create schema kept;");
        tables().forEach(table -> sql.append("create table kept.%s as table %s;".formatted(bare(table), table)));
        damage(sql.toString());
    }

    /** Undoes all damage. */
    public void restore() throws SQLException {
        var sql = new StringBuilder();
        tables().forEach(table ->
                sql.append("delete from %2$s; insert into %2$s table kept.%1$s;".formatted(bare(table), table)));
        damage(sql.toString());
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(List.of("ledger.event", "read.projection"));
        ReadSide.MONEY_TABLES.forEach(table -> tables.add("read." + table));
        return tables;
    }

    private static String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    /** The rows of a query, each as PostgreSQL writes it. */
    public List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = admin.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select t::text from (" + sql + ") t")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
