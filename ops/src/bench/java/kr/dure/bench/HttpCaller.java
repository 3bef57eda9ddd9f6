package kr.dure.bench;

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
import kr.dure.ops.serve.SimulatedTokens;

/** Wallet apps: each pays with its own wallet's token. */
final class HttpCaller implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int SHED = 503;

    private final List<String> tokens = new ArrayList<>();
    private final PlainHttp client;

    /** @param keys of the ledger, in its data directory */
    HttpCaller(int port, Path keys, int wallets, int connections) {
        var issuer = new SimulatedTokens(own(keys).identity(Use.SIMULATED_TOKEN));
        for (int wallet = 0; wallet < wallets; wallet++) {
            var holder = new Caller(Role.RESIDENT, DureCommands.wallet(wallet).value());
            tokens.add("Bearer " + issuer.make(holder, Instant.now()));
        }
        this.client = new PlainHttp(port, connections);
    }

    static LedgerKeys own(Path keys) {
        return LedgerKeys.openWith(KeyPlace.of(keys, Map.of()), new SecureRandom(), Use.SIMULATED_TOKEN, Use.QR);
    }

    CompletionStage<Integer> submit(Request request) {
        if (!(request instanceof Request.Pay pay)) {
            throw new UnsupportedOperationException(request.getClass().getSimpleName());
        }
        String head = "POST /api/v1/payments HTTP/1.1\r\nAuthorization: " + tokens.get(pay.wallet())
                + "\r\nIdempotency-Key: " + pay.id() + "\r\nContent-Type: application/json\r\n";
        String body = "{\"wallet\":\"" + DureCommands.wallet(pay.wallet()).value() + "\",\"merchant\":\""
                + DureCommands.merchant(pay.merchant()).value() + "\",\"amount\":" + pay.amount() + "}";
        return client.post(head, body).thenApply(answer -> switch (answer.status()) {
            case CREATED -> 1;
            case TOO_MANY, SHED -> 0;
            default ->
                throw new IllegalStateException(
                        answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
