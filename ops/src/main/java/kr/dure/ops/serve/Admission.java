package kr.dure.ops.serve;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import kr.dure.api.http.Problems;
import kr.dure.ops.metrics.HttpMetrics;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.MediaType;

/**
 * Lets in as many requests as can be worked on while somebody waits for them, each on a virtual thread of its own. All
 * others are told at once to come again, by the thread that has read them and at little cost: who takes in everything has
 * no time left to finish anything.
 */
final class Admission extends Handler.Wrapper {
    /** About what is done in 50 ms. */
    static final int MOST = 160;

    /** Streams of events last; they have a bound of their own. */
    private static final Pattern STREAMS = Pattern.compile("/api/v1/(pos|wallets/[^/]+)/events");

    private static final byte[] BUSY = Problems.of("busy");
    private static final HttpField PROBLEM =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    private static final HttpField IN_A_SECOND = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "1");

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("dure-http").factory();

    private final HttpMetrics metrics;
    private final AtomicInteger underWay;

    Admission(Handler inner, HttpMetrics metrics) {
        super(inner);
        this.metrics = metrics;
        this.underWay = metrics.underWay();
    }

    /** Nobody at the door ever waits: whoever is read need not be given a thread first. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (isStream(request)) {
            letIn(request, response, callback);
            return true;
        }
        if (underWay.incrementAndGet() > MOST) {
            underWay.decrementAndGet();
            metrics.shed();
            shed(response, callback);
            return true;
        }
        long start = System.nanoTime();
        Request.addCompletionListener(request, failure -> {
            underWay.decrementAndGet();
            metrics.answered(response.getStatus(), System.nanoTime() - start);
        });
        letIn(request, response, callback);
        return true;
    }

    private void letIn(Request request, Response response, Callback callback) {
        Runnable work = () -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        };
        THREADS.newThread(work).start();
    }

    private static boolean isStream(Request request) {
        return HttpMethod.GET.is(request.getMethod())
                && STREAMS.matcher(Request.getPathInContext(request)).matches();
    }

    private static void shed(Response response, Callback callback) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        response.getHeaders().add(PROBLEM).add(IN_A_SECOND);
        response.write(true, ByteBuffer.wrap(BUSY), callback);
    }
}
