package kr.dure.ops.serve;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** The body of a request, as it was sent. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private SentBody() {}

    static byte[] of(HttpRequest request) {
        return request.bodyPublisher()
                .map(publisher -> {
                    var body = new SentBody();
                    publisher.subscribe(body);
                    return body.whole.join();
                })
                .orElse(new byte[0]);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] some = new byte[part.remaining()];
        part.get(some);
        bytes.writeBytes(some);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
