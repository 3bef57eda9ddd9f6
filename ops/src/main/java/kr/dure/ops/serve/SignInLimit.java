package kr.dure.ops.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dure.api.http.Buckets;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Problems;
import kr.dure.api.http.RateLimits;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who wants tokens too often waits: a token costs a signature, and secrets are not to be tried out. */
final class SignInLimit extends OncePerRequestFilter {
    /** A town hall's programs may all come from one address. */
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(60, 1);

    private final Buckets<String> addresses = new Buckets<>(address -> LIMIT);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            addresses.take(request.getRemoteAddr());
        } catch (Problem tooMany) {
            Problems.send(tooMany, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
