package kr.dure.ops.serve;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.http.RateLimits;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.ModelPlace;
import kr.dure.ops.keys.KeyPlace;
import kr.dure.ops.keys.LedgerKeys;
import kr.dure.ops.keys.Use;
import kr.dure.ops.node.Node;
import kr.dure.ops.node.Place;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small town on a real PostgreSQL, spoken to over real HTTP: Younghee (영희) has ₩10,000, Cheolsu (철수) has nothing, and
 * there are a bakery of Cheolsu's and a café.
 */
final class HttpTown implements AutoCloseable {
    static final String YOUNGHEE = "resident:영희";
    static final String CHEOLSU = "resident:철수";
    static final String BAKERY = "merchant:두레빵집";
    static final String CAFE = "merchant:찻집";
    static final String OPERATOR = "operator:이운영";
    static final String AUDITOR = "auditor:박감사";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PEOPLE = """
            {"at":"2026-11-01T09:00:00+09:00","id":"w1","op":"open-wallet","wallet":"영희","holder":"resident","dong":"느티나무동","person":"p1","birthDate":"1990-03-01"}
            {"at":"2026-11-01T09:00:00+09:00","id":"w2","op":"open-wallet","wallet":"철수","holder":"resident","dong":"느티나무동","person":"p2","birthDate":"1985-07-12"}
            {"at":"2026-11-01T09:00:00+09:00","id":"m1","op":"register-merchant","merchant":"두레빵집","dong":"강나루동","trade":"bakery","annualSales":80000000,"inDistrict":true,"owners":["철수"]}
            {"at":"2026-11-01T09:00:00+09:00","id":"m2","op":"register-merchant","merchant":"찻집","dong":"강나루동","trade":"cafe","annualSales":80000000,"inDistrict":true}
            {"at":"2026-11-01T09:05:00+09:00","id":"c1","op":"charge","wallet":"영희","amount":10000,"funding":"deposit-1"}
            """;

    /** The document is the same whichever town gives it. */
    private static final AtomicReference<Contract> CONTRACT = new AtomicReference<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path place;
    private final RateLimits limits;
    private final UnaryOperator<Served> assembly;
    private final Map<String, String> made = new ConcurrentHashMap<>();
    private final SimulatedTokens tokens;
    private Node node;
    private Node.Deciding deciding;
    private HttpService service;

    HttpTown(Path folder) throws Exception {
        this(folder, RateLimits.of(1_000_000, 1_000_000));
    }

    /** @param more lines of a town file, from 2026-11-01 9:05 on */
    HttpTown(Path folder, String more) throws Exception {
        this(folder);
        run(more);
    }

    HttpTown(Path folder, RateLimits limits) throws Exception {
        this(folder, limits, PEOPLE, UnaryOperator.identity());
    }

    /**
     * @param people lines of a town file
     * @param assembly changes what is served
     */
    HttpTown(Path folder, RateLimits limits, String people, UnaryOperator<Served> assembly) throws Exception {
        this.limits = limits;
        this.assembly = assembly;
        place = ModelPlace.ready(folder);
        node = Node.open(new Place(place, null), sentence -> {});
        deciding = node.decide(LedgerKind.SIMULATION);
        run(people);
        service = HttpService.start(served(), Listening.ANYWHERE);
        var keys = LedgerKeys.openWith(KeyPlace.of(place, Map.of()), new SecureRandom(), Use.SIMULATED_TOKEN);
        tokens = new SimulatedTokens(keys.identity(Use.SIMULATED_TOKEN));
        if (CONTRACT.get() == null) {
            CONTRACT.set(new Contract(
                    text("auditor:박감사", "/openapi.json", "application/json").body()));
        }
    }

    /** Some lines of a town file. */
    void run(String lines) throws Exception {
        var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
        new Importer(deciding.writer(), reader, ImportProgress.NONE)
                .run(TownSource.of(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))), null);
    }

    /** Everything is closed and opened again, at other ports. */
    void restart() throws Exception {
        service.close();
        node.close();
        node = Node.open(new Place(place, null), sentence -> {});
        deciding = node.decide(LedgerKind.SIMULATION);
        service = HttpService.start(served(), Listening.ANYWHERE);
    }

    /** The same ledger, served a second time. */
    HttpService servedTwice() {
        return servedTwice(Listening.ANYWHERE);
    }

    HttpService servedTwice(Listening listening) {
        return HttpService.start(served(), listening);
    }

    private Served served() {
        return assembly.apply(node.simulated(deciding, limits));
    }

    Node node() {
        return node;
    }

    static Contract contract() {
        return Objects.requireNonNull(CONTRACT.get(), "no town has been served yet");
    }

    /** What came back. */
    record Reply(int status, JsonNode body, java.net.http.HttpHeaders headers) {
        String code() {
            return body.path("code").asString();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    String token(String who) {
        return made.computeIfAbsent(who, name -> tokens.make(Caller.of(name).orElseThrow(), Instant.now()));
    }

    /** One that expires at a time. */
    String tokenUntil(String who, Instant until) {
        return tokens.make(Caller.of(who).orElseThrow(), until.minus(Duration.ofHours(8)));
    }

    int port() {
        return service.port();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** The path of a wallet. */
    static String wallet(String name) {
        return "/wallets/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    Reply post(String who, String path, String body) throws Exception {
        return post(who, path, key(), body);
    }

    /** A request that is a repetition if the key was used before. */
    Reply post(String who, String path, String key, String body) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + token(who))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A table of text. */
    Reply postCsv(String who, String path, String key, byte[] table) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + token(who))
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(table)));
    }

    /** The path of something whose name is not plain. */
    static String path(String collection, String name) {
        return collection + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** What there is once the views have reached something that was made; a busy machine takes its time. */
    Reply getAfter(Reply made, String who, String path) throws Exception {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> get(who, path, "Dure-Position", made.header("Dure-Position")),
                        seen -> !seen.code().equals("views-behind"));
    }

    Reply get(String who, String path, String... headers) throws Exception {
        var request = request(path).header("Authorization", "Bearer " + token(who));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Of whatever form. */
    HttpResponse<String> text(String who, String path, String accept) throws Exception {
        var request = request(path)
                .headers("Authorization", "Bearer " + token(who), "Accept", accept)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (CONTRACT.get() != null) {
            check(request, response, response.body().getBytes(StandardCharsets.UTF_8));
        }
        return response;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/api/v1" + path));
    }

    /** What comes back is what the interface's document says, or this fails. */
    Reply send(HttpRequest.Builder building) throws Exception {
        var request = building.build();
        var response = answered(request);
        byte[] body = response.body();
        check(request, response, body);
        return new Reply(
                response.statusCode(), body.length == 0 ? JSON.missingNode() : JSON.readTree(body), response.headers());
    }

    /** Who was turned away before all of a body was read finds the connection closed, and asks again, as any client does. */
    private HttpResponse<byte[]> answered(HttpRequest request) throws Exception {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException closed) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    /** What begins to come back, and is left at once. */
    int hear(HttpRequest.Builder building) throws Exception {
        var request = building.build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        check(request, response, new byte[0]);
        return response.statusCode();
    }

    private static void check(HttpRequest request, HttpResponse<?> response, byte[] body) {
        var at = request.uri();
        var sent = new Contract.Sent(
                request.method(),
                at.getRawPath(),
                Objects.requireNonNullElse(at.getRawQuery(), ""),
                request.headers().firstValue("Content-Type").orElse(""),
                SentBody.of(request));
        contract().check(sent, new Contract.Got(response.statusCode(), response.headers(), body));
    }

    /** Metrics and health, as text. */
    HttpResponse<String> management(String path) throws Exception {
        var at = URI.create("http://localhost:" + service.managementPort() + path);
        return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
    }

    DataSource reading() {
        return node.reading();
    }

    /** @param what a table, and which of its rows */
    long count(String what) throws SQLException {
        try (var connection = node.reading().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Behind the interface's back. */
    void execute(String sql) throws SQLException {
        try (var connection = node.reading().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        client.close();
        service.close();
        node.close();
    }
}
