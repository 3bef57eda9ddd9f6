package kr.dure.ops.process;

import static kr.dure.ops.process.ServedDemoTest.TERMINATED;
import static kr.dure.ops.process.ServedDemoTest.awaitServed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city begins: its operator lets programs sign in, and only those. */
class ServedProductionTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path temporary;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void an_operator_lets_a_shop_in_and_out() throws Exception {
        try (var ledger = TestLedger.ready(temporary)) {
            var added = ledger.run("client", "--as", "operator:이운영");
            added.succeeds();
            var operator = added.out().lines().toList();
            var up = ledger.start("up", "--port", "0", "--management-port", "0");
            String url = awaitServed(up);

            String token = token(url, operator.getFirst(), operator.getLast());
            String newcomer = "{\"subject\":\"merchant:M0001\"}";
            var shop = post(url + "/clients", token, newcomer);
            assertThat(shop.statusCode()).as(shop.body()).isEqualTo(201);
            String id = JSON.readTree(shop.body()).path("client").asString();
            String secret = JSON.readTree(shop.body()).path("secret").asString();

            String shopsToken = token(url, id, secret);
            assertThat(post(url + "/pos/qr", shopsToken, "{}").statusCode()).isEqualTo(200);
            assertThat(post(url + "/clients", shopsToken, newcomer).statusCode())
                    .as("shops let nobody in")
                    .isEqualTo(403);
            assertThat(signIn(url, id, secret + "x").statusCode()).isEqualTo(401);
            assertThat(get(url + "/clients", token).body())
                    .contains("merchant:M0001", "operator:이운영")
                    .doesNotContain("secret");

            assertThat(post(url + "/clients/" + id + "/removal", token, "").body())
                    .contains("removedAt");
            assertThat(signIn(url, id, secret).statusCode()).isEqualTo(401);
            assertThat(get(url + "/clients", "x" + token).statusCode()).isEqualTo(401);
            assertThat(Stream.generate(() -> guessed(url, id)).limit(200).anyMatch(status -> status == 429))
                    .as("whoever guesses secrets is soon asked to wait")
                    .isTrue();

            up.signal("TERM");
            assertThat(up.exitCode()).isEqualTo(TERMINATED);
            assertThat(up.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void another_issuers_tokens_are_good_when_it_is_named() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        try (var ledger = TestLedger.ready(temporary);
                var issuer = new Issuer(key)) {
            var up = ledger.start("up", "--port", "0", "--management-port", "0", "--issuer", issuer.url());
            String url = awaitServed(up);

            assertThat(get(url + "/wallets/R1", issued(issuer.url(), key)).statusCode())
                    .as("the auditor finds no such wallet")
                    .isEqualTo(404);
            assertThat(get(url + "/wallets/R1", issued("https://another.example", key))
                            .statusCode())
                    .isEqualTo(401);
            var forger = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
            assertThat(get(url + "/wallets/R1", issued(issuer.url(), forger)).statusCode())
                    .isEqualTo(401);
            assertThat(signIn(url, "x", "y").statusCode())
                    .as("it gives none itself")
                    .isNotEqualTo(200);
        }
    }

    // ------------------------------------------------------------------------------------------------ asking

    private HttpResponse<String> signIn(String api, String client, String secret) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(api.replace("/api/v1", "/oauth2/token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)));
    }

    private int guessed(String api, String client) {
        try {
            return signIn(api, client, UUID.randomUUID().toString()).statusCode();
        } catch (Exception unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    private String token(String api, String client, String secret) throws Exception {
        var answer = signIn(api, client, secret);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode token = JSON.readTree(answer.body());
        assertThat(token.path("expires_in").asInt()).isBetween(1, 900);
        return token.path("access_token").asString();
    }

    private HttpResponse<String> post(String url, String token, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String url, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    // ------------------------------------------------------------------------------------------------ another issuer

    private static String issued(String issuer, ECKey key) throws Exception {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("auditor:박감사")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    /** Publishes its key as OpenID Connect Discovery 1.0 says. */
    private static final class Issuer implements AutoCloseable {
        private final HttpServer server;

        Issuer(ECKey key) throws Exception {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            answer("/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys"}""".formatted(url()));
            answer("/keys", new JWKSet(key.toPublicJWK()).toString());
            server.start();
        }

        private void answer(String path, String json) {
            server.createContext(path, exchange -> {
                byte[] body = json.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
