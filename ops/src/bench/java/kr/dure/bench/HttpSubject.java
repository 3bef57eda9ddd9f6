package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kr.dure.ops.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * Dure as it is served: over HTTP on connections that stay open, each request with its own wallet's token, which is
 * checked as ever: its signature when it comes for the first time. The load generator is in the same process.
 */
final class HttpSubject implements Subject {
    static final int CONNECTIONS = 128;

    private final HttpServerSubject server;
    private final Path keys;
    private @Nullable HttpCaller caller;

    HttpSubject(Database database, Path keys) {
        this.server = new HttpServerSubject(database, keys);
        this.keys = keys;
    }

    @Override
    public void prepare(Population population) throws Exception {
        server.prepare(population);
        caller = new HttpCaller(server.port(), keys, population.wallets(), CONNECTIONS);
    }

    @Override
    public int[] inFlightToTry() {
        return new int[] {CONNECTIONS};
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        return requireNonNull(caller).submit(request);
    }

    @Override
    public List<String> check(Done done) throws Exception {
        return server.check(done);
    }

    @Override
    public double lagMillis() {
        return server.lagMillis();
    }

    @Override
    public void close() throws Exception {
        if (caller != null) {
            caller.close();
        }
        server.close();
    }
}
