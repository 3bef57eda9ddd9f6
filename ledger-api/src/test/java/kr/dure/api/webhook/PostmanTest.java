package kr.dure.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages reach whom they are for, over real connections, and nobody else. */
class PostmanTest {
    private static final byte[] BODY = "{\"hello\":\"가게\"}".getBytes(UTF_8);
    private static final Map<String, String> HEADERS = Map.of("webhook-id", "m1");

    private final List<String> visits = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @AfterEach
    void close() {
        over.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private URI serve(HttpServer made, String scheme, String host, Answer answer) {
        server = made;
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            visits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            try (exchange) {
                answer.to(exchange);
            } catch (IOException gone) {
                // whoever asked does not listen any more
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        server.start();
        return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + "/hook?a=1");
    }

    private URI serve(Answer answer) throws IOException {
        return serve(HttpServer.create(loopback(), 0), "http", "receiver.test", answer);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static HostNames here() {
        return host -> List.of(InetAddress.getLoopbackAddress());
    }

    private static Outcome post(HostNames names, Reach reach, URI url) {
        try (var postman = new Postman(new Doorkeeper(names, reach))) {
            return postman.post(url, HEADERS, BODY);
        }
    }

    @Test
    void aMessageArrivesAsItIsUnderTheNameOfItsReceiver() throws Exception {
        var url = serve(status(204));

        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Delivered(204));
        assertThat(visits).containsExactly("POST /hook?a=1 receiver.test:" + url.getPort() + " m1 {\"hello\":\"가게\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 400, 401, 404, 407, 410, 429, 500, 503})
    void everyOtherAnswerIsARejectionAndNoRedirectIsFollowed(int status) throws Exception {
        var url = serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"x\"");
            status(status).to(exchange);
        });

        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Rejected(status));
        assertThat(visits).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "192.168.0.1",
                "100.64.0.1",
                "::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1"
            })
    void aNameThatLeadsIntoAPrivateNetworkIsNotConnectedTo(String address) throws Exception {
        var url = serve(status(200));

        assertThat(post(host -> List.of(InetAddress.getByName(address)), Reach.PUBLIC, url))
                .isEqualTo(new Outcome.Unanswered("address-not-allowed"));
        assertThat(post(
                        host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName(address)),
                        Reach.PUBLIC,
                        url))
                .as("among others")
                .isEqualTo(new Outcome.Unanswered("address-not-allowed"));
        assertThat(visits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001"})
    void anAddressInsteadOfANameIsLookedAtAsWell(String host) throws Exception {
        var url = serve(HttpServer.create(loopback(), 0), "http", host, status(200));

        try (var names = new SystemNames()) {
            assertThat(post(names, Reach.PUBLIC, url)).isInstanceOf(Outcome.Unanswered.class);
        }
        assertThat(visits).isEmpty();
    }

    /** A name that was harmless when it was registered, and is not when it is connected to. */
    @Test
    void aNameThatChangesItsMindReachesNobody() throws Exception {
        var url = serve(status(200));
        var asked = new AtomicInteger();
        HostNames rebinding = host -> List.of(
                asked.getAndIncrement() == 0 ? InetAddress.getByName("8.8.8.8") : InetAddress.getLoopbackAddress());
        var doorkeeper = new Doorkeeper(rebinding, Reach.PUBLIC);

        assertThat(doorkeeper.addresses("receiver.test")).hasSize(1);
        try (var postman = new Postman(doorkeeper)) {
            assertThat(postman.post(url, HEADERS, BODY)).isEqualTo(new Outcome.Unanswered("address-not-allowed"));
        }
        assertThat(asked).hasValue(2);
        assertThat(visits).isEmpty();
    }

    @Test
    void aSimulationReachesThisMachineAndNoOther() throws Exception {
        var url = serve(status(200));

        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Delivered(200));
        assertThat(post(host -> List.of(InetAddress.getByName("10.0.0.1")), Reach.LOOPBACK_TOO, url))
                .isEqualTo(new Outcome.Unanswered("address-not-allowed"));
    }

    @Test
    void whoCannotBeFoundOrReachedIsSaid() throws Exception {
        HostNames nobody = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(post(nobody, Reach.PUBLIC, URI.create("https://nobody.test/")))
                .isEqualTo(new Outcome.Unanswered("no-address"));
        var url = serve(status(200));
        server.stop(0);
        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Unanswered("no-connection"));
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedForLong() throws Exception {
        var url = serve(exchange -> over.await());
        long start = System.nanoTime();

        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Unanswered("timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(14));
    }

    @Test
    void anAnswerThatDoesNotEndIsNotRead() throws Exception {
        var sent = new AtomicInteger();
        var url = serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[64 * 1024];
            while (sent.incrementAndGet() < 10_000) {
                exchange.getResponseBody().write(much);
            }
        });

        assertThat(post(here(), Reach.LOOPBACK_TOO, url)).isEqualTo(new Outcome.Delivered(200));
        assertThat(sent.get()).isLessThan(1_000);
    }

    // ------------------------------------------------------------------------------------------------ certificates

    private static KeyStore certificate(Path folder, String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "k",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret",
                        "-storetype",
                        "PKCS12")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, "secret".toCharArray());
        }
        return keys;
    }

    private URI serveTls(KeyStore keys) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var https = HttpsServer.create(loopback(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        return serve(https, "https", "receiver.test", status(200));
    }

    private static Outcome postTrusting(KeyStore trusted, URI url) {
        var tls = new SslContextFactory.Client();
        tls.setTrustStore(trusted);
        try (var postman = new Postman(new Doorkeeper(here(), Reach.LOOPBACK_TOO), tls)) {
            return postman.post(url, HEADERS, BODY);
        }
    }

    @Test
    void theCertificateMustBeTheNamesThoughTheConnectionGoesToAnAddress(@TempDir Path folder) throws Exception {
        var right = certificate(folder, "receiver.test");
        assertThat(postTrusting(right, serveTls(right))).isEqualTo(new Outcome.Delivered(200));
        server.stop(0);

        var another = certificate(folder, "another.test");
        assertThat(postTrusting(another, serveTls(another))).isEqualTo(new Outcome.Unanswered("tls"));
        server.stop(0);

        assertThat(post(here(), Reach.LOOPBACK_TOO, serveTls(right)))
                .as("signed by itself")
                .isEqualTo(new Outcome.Unanswered("tls"));
    }
}
