package kr.dure.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.dure.ops.node.Databases;
import kr.dure.ops.postgres.Database;

/** So many threads that block, and a connection for each of them. */
final class Clients implements AutoCloseable {
    private final HikariDataSource connections;
    private final ExecutorService threads;

    Clients(Database database, int count, boolean autoCommit) {
        var config = new HikariConfig();
        config.setPoolName("peer");
        config.setDataSource(Databases.single(database, database.app()));
        config.setMaximumPoolSize(count);
        config.setAutoCommit(autoCommit);
        connections = new HikariDataSource(config);
        threads = Executors.newFixedThreadPool(count);
    }

    /** How many are worth trying: on few cores more of them do no more. */
    static int[] toTry() {
        return new int[] {8, 16, 32};
    }

    HikariDataSource connections() {
        return connections;
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        threads.close();
        connections.close();
    }
}
