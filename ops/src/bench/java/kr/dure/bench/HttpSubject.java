package kr.dure.bench;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import kr.dure.ops.postgres.Database;
import kr.dure.ops.serve.HttpService;
import kr.dure.ops.serve.Listening;
import kr.dure.ops.serve.SimulatedTokens;
import org.jspecify.annotations.Nullable;

/**
 * Dure as it is served: over HTTP on connections that stay open, each request with its own wallet's token, which is
 * checked as ever: its signature when it comes for the first time. The load generator is in the same process.
 */
final class HttpSubject implements Subject {
    private static final int CONNECTIONS = 128;
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int SHED = 503;

    private final DureSubject dure;
    private final Path keys;
    private final List<String> tokens = new ArrayList<>();
    private @Nullable PlainHttp client;
    private @Nullable HttpService service;

    HttpSubject(Database database, Path keys) {
        this.dure = new DureSubject(database, keys, false);
        this.keys = keys;
    }

    @Override
    public void prepare(Population population) throws Exception {
        dure.prepare(population);
        var place = KeyPlace.of(keys, Map.of());
        var own = LedgerKeys.openWith(place, new SecureRandom(), Use.SIMULATED_TOKEN, Use.QR);
        var issuer = new SimulatedTokens(own.identity(Use.SIMULATED_TOKEN));
        for (int wallet = 0; wallet < population.wallets(); wallet++) {
            var holder = new Caller(Role.RESIDENT, DureCommands.wallet(wallet).value());
            tokens.add("Bearer " + issuer.make(holder, Instant.now()));
        }
        service = HttpService.start(dure.served(issuer.decoder(), own.identity(Use.QR)), Listening.ANYWHERE);
        client = new PlainHttp(service.port(), CONNECTIONS);
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
        String head = "POST /api/v1/payments HTTP/1.1\r\nAuthorization: " + tokens.get(pay.wallet())
                + "\r\nIdempotency-Key: " + pay.id() + "\r\nContent-Type: application/json\r\n";
        String body = "{\"wallet\":\"" + DureCommands.wallet(pay.wallet()).value() + "\",\"merchant\":\""
                + DureCommands.merchant(pay.merchant()).value() + "\",\"amount\":" + pay.amount() + "}";
        return requireNonNull(client).post(head, body).thenApply(answer -> switch (answer.status()) {
            case CREATED -> 1;
            case TOO_MANY, SHED -> 0;
            default ->
                throw new IllegalStateException(
                        answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        });
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
        if (client != null) {
            client.close();
        }
        if (service != null) {
            service.close();
        }
        dure.close();
    }
}
