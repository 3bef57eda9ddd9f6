package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kr.dure.ops.keys.Use;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.serve.HttpService;
import kr.dure.ops.serve.Listening;
import kr.dure.ops.serve.SimulatedTokens;
import org.jspecify.annotations.Nullable;

/** Dure as it is served over HTTP, for load that comes from elsewhere. */
final class HttpServerSubject implements Subject {
    private final DureSubject dure;
    private final Path directory;
    private @Nullable HttpService service;

    HttpServerSubject(Database database, Path directory) {
        this.dure = new DureSubject(database, directory, false);
        this.directory = directory;
    }

    /** In the directory of a server: where it is. */
    static Path port(Path directory) {
        return directory.resolve("http-port");
    }

    @Override
    public void prepare(Population population) throws Exception {
        dure.prepare(population);
        var own = HttpCaller.own(directory);
        var tokens = new SimulatedTokens(own.identity(Use.SIMULATED_TOKEN)).decoder();
        service = HttpService.start(dure.served(tokens, own.identity(Use.QR)), Listening.ANYWHERE);
        Files.writeString(port(directory), Integer.toString(service.port()));
    }

    int port() {
        return requireNonNull(service).port();
    }

    @Override
    public int[] inFlightToTry() {
        return new int[] {1};
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        throw new UnsupportedOperationException("it is asked over HTTP");
    }

    @Override
    public List<String> check(Done done) throws Exception {
        return dure.check(done);
    }

    @Override
    public double lagMillis() {
        return dure.lagMillis();
    }

    @Override
    public void close() throws Exception {
        if (service != null) {
            service.close();
        }
        dure.close();
    }
}
