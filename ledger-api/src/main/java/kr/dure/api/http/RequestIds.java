package kr.dure.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, or takes the one that it brings. It stands in the answer, and beside all that is logged
 * meanwhile; so does the id of the operation that the request is.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIds extends OncePerRequestFilter {
    private static final Logger ACCESS = LoggerFactory.getLogger("kr.dure.access");
    private static final String HEADER = "X-Request-Id";
    private static final String REQUEST = "request";
    private static final String OPERATION = "operation";
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int NANOS_PER_MICRO = 1_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        long start = System.nanoTime();
        MDC.put(REQUEST, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            ACCESS.atDebug()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getRequestURI())
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("micros", (System.nanoTime() - start) / NANOS_PER_MICRO)
                    .log("answered");
            MDC.clear();
        }
    }

    /** From now on, until the request is answered. */
    static void operation(String id) {
        MDC.put(OPERATION, id);
    }

    /** What is brought goes into logs, so it is looked at first. */
    private static String id(@Nullable String brought) {
        return brought != null && FIT.matcher(brought).matches()
                ? brought
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
