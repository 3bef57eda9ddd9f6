package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What a request did can be followed from without: by its id in the logs, and in traces for those who want them. */
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PAY = "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":10}";

    @TempDir
    private Path folder;

    @Test
    void aTraceThatBeganElsewhereGoesOnHere() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(HexFormat.of().formatHex(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        var traces = URI.create("http://localhost:" + collector.getAddress().getPort() + "/v1/traces");
        try (var town = new HttpTown(folder);
                var service = town.servedTwice(new Listening(0, 0, traces));
                var client = HttpClient.newHttpClient()) {
            var paid = HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/api/v1/payments"))
                    .header("Authorization", "Bearer " + town.token(YOUNGHEE))
                    .header("Idempotency-Key", HttpTown.key())
                    .header("Content-Type", "application/json")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .POST(HttpRequest.BodyPublishers.ofString(PAY))
                    .build();
            assertThat(client.send(paid, BodyHandlers.ofString()).statusCode()).isEqualTo(201);

            String span = HexFormat.of().formatHex("http post /api/v1/payments".getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(received).anyMatch(batch -> batch.contains(TRACE) && batch.contains(span)));
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void aRequestsIdStandsInItsAnswer() throws Exception {
        try (var town = new HttpTown(folder)) {
            assertThat(town.get(YOUNGHEE, HttpTown.wallet("영희"), "X-Request-Id", "shop-7.1")
                            .header("X-Request-Id"))
                    .isEqualTo("shop-7.1");
            assertThat(town.get(YOUNGHEE, HttpTown.wallet("영희"), "X-Request-Id", "a b<c>")
                            .header("X-Request-Id"))
                    .as("what does not fit into a log is replaced")
                    .matches("[0-9a-f]{16}");
        }
    }

    @Test
    void whatIsLoggedNamesRequestAndOperation() throws Exception {
        try (var town = new HttpTown(folder)) {
            var access = (Logger) LoggerFactory.getLogger("kr.dure.access");
            var heard = new ListAppender<ILoggingEvent>();
            heard.list = new CopyOnWriteArrayList<>();
            heard.start();
            access.addAppender(heard);
            access.setLevel(Level.DEBUG);
            var paid = town.post(YOUNGHEE, "/payments", PAY);

            await().until(() -> !heard.list.isEmpty());
            var line = JsonMapper.shared().readTree(new JsonEncoder().encode(heard.list.getLast()));
            assertThat(line.path("mdc").path("request").asString()).isEqualTo(paid.header("X-Request-Id"));
            assertThat(line.path("mdc").path("operation").asString())
                    .isEqualTo(paid.body().path("payment").asString());
            assertThat(line.path("kvpList").toString()).contains("/api/v1/payments", "201");
            access.detachAppender(heard);
            access.setLevel(Level.INFO);
        }
    }
}
