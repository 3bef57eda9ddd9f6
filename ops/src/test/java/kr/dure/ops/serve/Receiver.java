package kr.dure.ops.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's own server, which takes webhooks, or does not. */
final class Receiver implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;
    private volatile int status = 200;
    private volatile boolean silent;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(exchange.getRequestHeaders(), body));
            if (silent) {
                awaitTheEnd();
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message. */
    record Received(Headers headers, byte[] body) {
        String id() {
            return headers.getFirst("webhook-id");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        long position() {
            return json().path("data").path("position").asLong();
        }

        /** As any receiver would look at it, by the text of Standard Webhooks. */
        boolean isSignedWith(String secret) throws Exception {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id() + "." + headers.getFirst("webhook-timestamp") + "." + new String(body, UTF_8);
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
            return expected.equals(headers.getFirst("webhook-signature"));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answer(int code) {
        status = code;
    }

    /** Takes messages and never says so. */
    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    List<Received> received() {
        return received;
    }

    List<Long> positions() {
        return received.stream().map(Received::position).toList();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
