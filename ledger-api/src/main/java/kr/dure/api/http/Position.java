package kr.dure.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import kr.dure.api.projection.Projector;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a client read what it has written: a GET that brings a position waits for the views to reach it. */
final class Position implements HandlerInterceptor {
    static final String HEADER = "Dure-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Projector views;

    Position(Projector views) {
        this.views = views;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String wanted = request.getHeader(HEADER);
        if (wanted == null || !request.getMethod().equals("GET")) {
            return true;
        }
        long position = position(wanted);
        if (views.position() < position && !views.awaitPosition(position, PATIENCE)) {
            throw Problem.passing("views-behind");
        }
        return true;
    }

    private static long position(String header) {
        if (!header.matches("\\d{1,18}")) {
            throw Problem.of("position-invalid");
        }
        return Long.parseLong(header);
    }
}
