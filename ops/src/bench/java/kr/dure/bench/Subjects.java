package kr.dure.bench;

import java.nio.file.Path;
import kr.dure.bench.peer.JdbcSubject;
import kr.dure.bench.peer.StockAxonSubject;
import kr.dure.ops.postgres.Database;

/** The subjects by name. */
final class Subjects {
    private Subjects() {}

    static Subject of(String name, Database database, Path directory) {
        return switch (name) {
            case "dure" -> new DureSubject(database, directory, false);
            case "dure-http" -> new HttpSubject(database, directory);
            case "dure-http-server" -> new HttpServerSubject(database, directory);
            case "dure-http-client" -> new HttpClientSubject(directory);
            case "pooled-streaming" -> new DureSubject(database, directory, true);
            case "stock-axon" -> new StockAxonSubject(database);
            case "jdbc-double-entry" -> new JdbcSubject(database, JdbcSubject.Style.SERVICE);
            case "jdbc-no-hot-row" -> new JdbcSubject(database, JdbcSubject.Style.SERVICE_WITHOUT_HOT_ROW);
            case "jdbc-one-statement" -> new JdbcSubject(database, JdbcSubject.Style.ONE_STATEMENT);
            default -> throw new IllegalArgumentException("no subject is named " + name);
        };
    }
}
