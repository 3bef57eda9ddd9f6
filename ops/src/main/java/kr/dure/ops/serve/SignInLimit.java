package kr.dure.ops.serve;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who wants tokens too often waits: a token costs a signature, and secrets are not to be tried out. */
final class SignInLimit extends OncePerRequestFilter {
    /** A town hall's programs may all come from one address. */
    private static final int AT_ONCE = 60;

    private static final int PER_SECOND = 1;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(REMEMBERED)
            .build(address -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
                    .build());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var probe = buckets.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            Problems.send(Problem.passing("too-many-requests", wait), request, response);
        }
    }
}
