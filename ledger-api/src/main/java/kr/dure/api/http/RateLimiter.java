package kr.dure.api.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import kr.dure.api.access.Caller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns away who asks too often, before anything is read of what they ask. */
final class RateLimiter implements HandlerInterceptor {
    private static final int MOST_CALLERS = 100_000;
    /** Longer than any bucket takes to fill up: forgotten, it is as full as remembered. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final LoadingCache<Caller, Bucket> buckets;

    RateLimiter(RateLimits limits) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(REMEMBERED)
                .build(caller -> bucket(limits.of(caller.role())));
    }

    private static Bucket bucket(RateLimits.Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.atOnce()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            var probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw Problem.passing("too-many-requests", Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        return true;
    }
}
