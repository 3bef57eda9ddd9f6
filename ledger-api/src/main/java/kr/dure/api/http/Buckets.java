package kr.dure.api.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.Function;

/** A token bucket for each of those who ask, so many of them at most. */
public final class Buckets<K> {
    private static final int MOST = 100_000;
    /** Longer than any bucket takes to fill up: forgotten, it is as full as remembered. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final LoadingCache<K, Bucket> buckets;

    public Buckets(Function<K, RateLimits.Limit> limits) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(REMEMBERED)
                .build(asker -> bucket(limits.apply(asker)));
    }

    private static Bucket bucket(RateLimits.Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.atOnce()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** @throws Problem {@code too-many-requests}, with how long to wait */
    public void take(K asker) {
        var probe = buckets.get(asker).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.passing("too-many-requests", Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
