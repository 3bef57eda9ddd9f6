package kr.dure.api.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Takes messages to their receivers. A connection goes to an address that was looked at, while its certificate must be the
 * name's; redirects, cookies, proxies and whatever else an answer may ask for are left alone.
 */
final class Postman implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final int CONNECTIONS_TO_A_HOST = 4;
    private static final int THREADS = 8;
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final Duration KEPT_OPEN = Duration.ofSeconds(30);

    private final HttpClient client;

    Postman(Doorkeeper doorkeeper) {
        this(doorkeeper, new SslContextFactory.Client());
    }

    /** @param tls which certificates are good */
    Postman(Doorkeeper doorkeeper, SslContextFactory.Client tls) {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("dure-webhook-line");
        threads.setDaemon(true);
        var connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        connector.setExecutor(threads);
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setSocketAddressResolver((host, port, context, promise) -> resolve(doorkeeper, host, port, promise));
        client.setConnectTimeout(TO_CONNECT.toMillis());
        client.setIdleTimeout(PATIENCE.toMillis());
        client.setDestinationIdleTimeout(KEPT_OPEN.toMillis());
        client.setMaxConnectionsPerDestination(CONNECTIONS_TO_A_HOST);
        client.setMaxResponseHeadersSize(LONGEST_HEADERS);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "dure-webhooks/1"));
        start();
        client.getProtocolHandlers().clear();
        client.getContentDecoderFactories().clear();
    }

    private void start() {
        try {
            client.start();
        } catch (Exception failure) {
            throw new IllegalStateException("no messages can be sent", failure);
        }
    }

    private static void resolve(
            Doorkeeper doorkeeper, String host, int port, Promise<List<InetSocketAddress>> promise) {
        try {
            promise.succeeded(doorkeeper.addresses(host).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
        } catch (IOException refused) {
            promise.failed(refused);
        }
    }

    /** Waits until it is known what became of it. */
    Outcome post(URI url, Map<String, String> headers, byte[] body) {
        var outcome = new CompletableFuture<Outcome>();
        var status = new AtomicInteger();
        Request request = client.newRequest(url)
                .method(HttpMethod.POST)
                .headers(fields -> headers.forEach(fields::put))
                .body(new BytesRequestContent("application/json", body))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        var read = new AtomicInteger();
        request.onResponseHeaders(response -> status.set(response.getStatus()));
        request.onResponseContent((response, bytes) -> {
            if (read.addAndGet(bytes.remaining()) > LONGEST_ANSWER) {
                var unused = response.abort(new IOException("nobody reads more of it"));
            }
        });
        request.send(result -> outcome.complete(outcome(result, status.get())));
        return outcome.join();
    }

    /** Once there is a status, the rest of an answer does not matter. */
    private static Outcome outcome(Result result, int status) {
        return status > 0 ? Outcome.of(status) : Outcome.Unanswered.because(failure(result));
    }

    private static Throwable failure(Result result) {
        var failure = result.getFailure();
        return failure == null ? new IOException("no answer") : failure;
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
