package kr.dure.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.dure.api.access.Caller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns away who asks too often, before anything is read of what they ask. */
final class RateLimiter implements HandlerInterceptor {
    private final Buckets<Caller> buckets;

    RateLimiter(RateLimits limits) {
        this.buckets = new Buckets<>(caller -> limits.of(caller.role()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            buckets.take(caller);
        }
        return true;
    }
}
