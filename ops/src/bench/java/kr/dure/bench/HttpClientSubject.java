package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The load alone, for a server in another process. What became of the money is asked there. */
final class HttpClientSubject implements Subject {
    /** More than a server lets in at once. */
    private static final int CONNECTIONS = 1_024;

    private final Path directory;
    private @Nullable HttpCaller caller;

    HttpClientSubject(Path directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(Population population) throws Exception {
        int port = Integer.parseInt(Files.readString(HttpServerSubject.port(directory)));
        caller = new HttpCaller(port, directory, population.wallets(), CONNECTIONS);
    }

    @Override
    public int[] inFlightToTry() {
        return new int[] {HttpSubject.CONNECTIONS};
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        return requireNonNull(caller).submit(request);
    }

    @Override
    public List<String> check(Done done) {
        return List.of();
    }

    @Override
    public void close() {
        if (caller != null) {
            caller.close();
        }
    }
}
