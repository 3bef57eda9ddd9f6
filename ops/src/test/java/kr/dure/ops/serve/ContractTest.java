package kr.dure.ops.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dure.ops.serve.Contract.Operation;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation that the document lists is driven with the document's own example, and with everything that the document
 * says is wrong. (That each reply is one that the document lists, with a body after its schema, {@link HttpTown} sees to.)
 */
class ContractTest {
    private static final Path DOCUMENT = Path.of("openapi.json");

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        System.setProperty("dure.webhooks.loopback", "true");
        town = new HttpTown(folder, Scenes.MORE);
        Scenes.prepare(town);
    }

    @AfterAll
    static void close() {
        town.close();
        System.clearProperty("dure.webhooks.loopback");
    }

    static Stream<Operation> operations() throws Exception {
        return new Contract(Files.readString(DOCUMENT)).operations().stream();
    }

    @Test
    void whatIsServedIsWhatStandsInOps() throws Exception {
        var served = town.send(town.request("/openapi.json"));

        assertThat(served.status()).as("for everybody").isEqualTo(200);
        assertThat(served.body()).isEqualTo(JsonMapper.shared().readTree(Files.readString(DOCUMENT)));
    }

    @Test
    void noSceneIsOfAnOperationThatIsGone() throws Exception {
        assertThat(operations().map(Operation::id)).containsAll(Scenes.names());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itDoesWhatItsExampleShowsAndTurnsAwayWhatItsSchemaForbids(Operation operation) throws Exception {
        var asked = Scenes.of(operation, town);
        String before = head();

        turnsAwayWhoeverIsNobodyOrSomebodyElse(operation, asked);
        turnsAwayWrongParameters(operation, asked);
        turnsAwayWrongHeaders(operation, asked);
        if (operation.body().isObject()) {
            turnsAwayWrongBodies(operation, asked);
        }
        assertThat(head()).as("nothing of that was written").isEqualTo(before);

        if (operation.streams()) {
            assertThat(town.hear(signed(operation, asked, "", ""))).isEqualTo(200);
            return;
        }
        String key = HttpTown.key();
        var done = send(operation, asked, key);
        assertThat(done.status()).as(done.toString()).isBetween(200, 299);
        if (operation.method().equals("POST")) {
            assertThat(send(operation, asked, key).body()).as("repeated").isEqualTo(done.body());
        }
    }

    /** How long the log is, and how many refusals are kept. */
    private static String head() throws SQLException {
        return town.count("ledger.event") + " " + town.count("ledger.refusal");
    }

    // ------------------------------------------------------------------------------------------------ who

    private static void turnsAwayWhoeverIsNobodyOrSomebodyElse(Operation operation, Asked asked) throws Exception {
        if (operation.wantsToken()) {
            var nobody = town.send(request(
                    operation,
                    asked,
                    Map.of(),
                    HttpTown.key(),
                    asked.body(operation).toString()));
            assertThat(nobody.status()).as("without a token").isEqualTo(401);
            var forged = request(
                            operation,
                            asked,
                            Map.of(),
                            HttpTown.key(),
                            asked.body(operation).toString())
                    .setHeader("Authorization", "Bearer " + town.token(asked.who()) + "A");
            assertThat(town.send(forged).status()).as("with a forged token").isEqualTo(401);
        }
        for (String stranger : asked.strangers()) {
            var denied = town.send(request(
                            operation,
                            asked,
                            Map.of(),
                            HttpTown.key(),
                            asked.body(operation).toString())
                    .setHeader("Authorization", "Bearer " + town.token(stranger)));
            assertThat(denied.status()).as("%s: %s", stranger, denied).isIn(403, 404, 422);
            assertThat(denied.code())
                    .as(stranger)
                    .isIn(
                            "not-allowed",
                            "not-found",
                            "same-wallet",
                            "same-person",
                            "payment-unknown",
                            "hold-unknown",
                            "charge-unknown");
        }
    }

    // ------------------------------------------------------------------------------------------------ what

    private static void turnsAwayWrongParameters(Operation operation, Asked asked) throws Exception {
        var contract = HttpTown.contract();
        for (var parameter : Asked.parameters(contract, operation)) {
            String name = parameter.path("name").asString();
            boolean inPath = parameter.path("in").asString().equals("path");
            if (!inPath && parameter.path("required").asBoolean()) {
                isInvalid(operation, asked, Map.of(name, ""), name);
            }
            boolean text = parameter.path("schema").path("type").asString("").equals("string")
                    && !parameter.path("schema").has("format");
            if (!text) {
                String wrong = "가".repeat(65);
                isInvalid(operation, asked, Map.of(name, wrong), name);
            } else if (inPath) {
                assertThat(sendAs(operation, asked, Map.of(name, "가".repeat(65)))
                                .status())
                        .isIn(400, 404);
            }
        }
    }

    private static void isInvalid(Operation operation, Asked asked, Map<String, String> spoiled, String name)
            throws Exception {
        var invalid = sendAs(operation, asked, spoiled);
        assertThat(invalid.code()).as("%s=%s: %s", name, spoiled, invalid).isEqualTo("invalid-request");
        assertThat(pointer(invalid)).isEqualTo(name);
    }

    private static void turnsAwayWrongHeaders(Operation operation, Asked asked) throws Exception {
        String body = asked.body(operation).toString();
        var table = signed(operation, asked, HttpTown.key(), body).setHeader("Accept", "application/pdf");
        assertThat(town.send(table).code()).isEqualTo("not-acceptable");
        if (operation.method().equals("GET")) {
            var nowhere = signed(operation, asked, "", "").setHeader("Dure-Position", "x");
            assertThat(town.send(nowhere).code()).isEqualTo("position-invalid");
            return;
        }
        assertThat(town.send(signed(operation, asked, "", body)).code()).isEqualTo("idempotency-key-missing");
        for (String key : List.of("two words", "k".repeat(129))) {
            var invalid = town.send(signed(operation, asked, key, body));
            assertThat(invalid.code()).as("Idempotency-Key: %s", key).isEqualTo("invalid-request");
            assertThat(pointer(invalid)).isEqualTo("Idempotency-Key");
        }
    }

    private static void turnsAwayWrongBodies(Operation operation, Asked asked) throws Exception {
        var contract = HttpTown.contract();
        Spoiled.each(contract, operation, (ObjectNode) asked.body(operation), (body, field) -> {
            var invalid = sent(operation, asked, body);
            assertThat(invalid.code()).as("%s: %s", body, invalid).isEqualTo("invalid-request");
            assertThat(pointer(invalid)).as(body).startsWith("/" + field);
        });
        for (String garbage : Spoiled.garbage()) {
            assertThat(sent(operation, asked, garbage).code()).as(garbage).isEqualTo("invalid-request");
        }
        assertThat(sent(operation, asked, Spoiled.huge(operation.longestBody())).code())
                .isEqualTo("too-large");
        var form = signed(operation, asked, HttpTown.key(), "amount=5")
                .setHeader("Content-Type", "application/x-www-form-urlencoded");
        assertThat(town.send(form).code()).isEqualTo("unsupported-media-type");
    }

    // ------------------------------------------------------------------------------------------------ asking

    private static String pointer(Reply invalid) {
        return invalid.body().path("errors").path(0).path("pointer").asString();
    }

    private static Reply send(Operation operation, Asked asked, String key) throws Exception {
        return town.send(signed(operation, asked, key, asked.body(operation).toString()));
    }

    private static Reply sendAs(Operation operation, Asked asked, Map<String, String> spoiled) throws Exception {
        return town.send(request(
                        operation,
                        asked,
                        spoiled,
                        HttpTown.key(),
                        asked.body(operation).toString())
                .setHeader("Authorization", "Bearer " + town.token(asked.who())));
    }

    private static Reply sent(Operation operation, Asked asked, String body) {
        try {
            return town.send(signed(operation, asked, HttpTown.key(), body));
        } catch (Exception unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    private static HttpRequest.Builder signed(Operation operation, Asked asked, String key, String body) {
        return request(operation, asked, Map.of(), key, body)
                .setHeader("Authorization", "Bearer " + town.token(asked.who()));
    }

    /** Without a token. */
    private static HttpRequest.Builder request(
            Operation operation, Asked asked, Map<String, String> spoiled, String key, String body) {
        var request = town.request(asked.target(HttpTown.contract(), operation, spoiled));
        if (operation.method().equals("GET")) {
            return request;
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (operation.body().isObject()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(operation.method(), BodyPublishers.ofString(body));
    }
}
