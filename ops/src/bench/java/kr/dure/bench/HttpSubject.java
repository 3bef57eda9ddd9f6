package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.serve.HttpService;
import kr.dure.ops.serve.SimulatedTokens;
import org.jspecify.annotations.Nullable;

/**
 * Dure as it is served: over HTTP on connections that stay open, each request with its own wallet's token, which is
 * checked. The load generator is in the same process.
 */
final class HttpSubject implements Subject {
    private static final int CONNECTIONS = 128;
    private static final int CREATED = 201;
    private static final int SHED = 503;

    private final DureSubject dure;
    private final Path keys;
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable SimulatedTokens issuer;
    private @Nullable HttpService service;
    private @Nullable URI payments;

    HttpSubject(Database database, Path keys) {
        this.dure = new DureSubject(database, keys, false);
        this.keys = keys;
    }

    @Override
    public void prepare(Population population) throws Exception {
        dure.prepare(population);
        var place = KeyPlace.of(keys, Map.of());
        var identity = LedgerKeys.openWith(place, Use.SIMULATED_TOKEN, new SecureRandom())
                .identity(Use.SIMULATED_TOKEN);
        issuer = new SimulatedTokens(identity);
        service = HttpService.start(dure.served(issuer.decoder(), identity), 0, 0);
        payments = URI.create("http://localhost:" + service.port() + "/api/v1/payments");
    }

    @Override
    public int[] inFlightToTry() {
        return new int[] {CONNECTIONS};
    }

    @Override
    public CompletionStage<Integer> submit(Request request) {
        if (!(request instanceof Request.Pay pay)) {
            throw new UnsupportedOperationException(request.getClass().getSimpleName());
        }
        var wallet = DureCommands.wallet(pay.wallet());
        String body = "{\"wallet\":\"%s\",\"merchant\":\"%s\",\"amount\":%d}"
                .formatted(wallet.value(), DureCommands.merchant(pay.merchant()).value(), pay.amount());
        var post = HttpRequest.newBuilder(requireNonNull(payments))
                .header("Authorization", tokens.computeIfAbsent(pay.wallet(), this::token))
                .header("Idempotency-Key", pay.id())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(post, BodyHandlers.ofByteArray()).thenApply(answer -> switch (answer.statusCode()) {
            case CREATED -> 1;
            case SHED -> 0;
            default ->
                throw new IllegalStateException(
                        answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        });
    }

    private String token(int wallet) {
        var holder = new Caller(Role.RESIDENT, DureCommands.wallet(wallet).value());
        return "Bearer " + requireNonNull(issuer).make(holder, Instant.now());
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
        client.shutdownNow();
        if (service != null) {
            service.close();
        }
        dure.close();
    }
}
