package kr.dure.ops.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.postgres.Login;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of a node, and the schema that they find. */
public final class Databases {
    /** Two of them are kept by the projectors of a node that leads. */
    private static final int READING = 9;

    /** Of the log: one is the writer's, ahead of deciding, and the projectors of a node that leads take turns. */
    private static final int READING_LOG = 4;

    private static final int CONNECT_SECONDS = 10;
    /** Until the connection ends: {@code "duremigr"} in ASCII. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_lock(x'647572656d696772'::bigint)";

    private static final String[] SCHEMAS = {"classpath:kr/dure/core/eventlog/schema", "classpath:kr/dure/api/schema"};

    private Databases() {}

    /** Brings the schema up to date, as its owner; of several nodes that start together, one after the other. */
    public static void migrate(Database database) {
        try (var connection = single(database, database.owner()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            update(database);
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema cannot be brought up to date", failure);
        }
    }

    private static void update(Database database) {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations(SCHEMAS)
                .placeholders(Map.of("app", database.app().user()))
                .schemas("dure_migrations")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** A pool for many short readings of views, as the role that runs. */
    public static HikariDataSource pool(Database database) {
        return new HikariDataSource(pool(database, "dure", READING));
    }

    /** A pool for readings of the log. They go by keys, so their plans are the same whatever the values: made once. */
    public static HikariDataSource logPool(Database database) {
        var config = pool(database, "dure-log", READING_LOG);
        config.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(Database database, String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(single(database, database.app()));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECT_SECONDS * 1_000L);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** One connection at a time: the writer needs its own, for its lease belongs to its session. */
    public static DataSource single(Database database, Login login) {
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("dure");
        return source;
    }
}
