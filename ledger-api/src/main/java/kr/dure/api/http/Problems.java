package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what went wrong: one form for all of it (RFC 9457), in Korean or, for whoever prefers it, in English. */
@RestControllerAdvice
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /**
     * @param type where the problem is described, relative to the interface
     * @param errors what is wrong with the request's fields
     * @param figures of a refusal, for those whom they concern
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(
            String type,
            String title,
            int status,
            String code,
            List<FieldError> errors,
            @JsonRawValue @Nullable String figures) {
        static Body of(Problem problem, Locale language) {
            var text = ProblemTexts.of(problem.code());
            return new Body(
                    "/api/v1/problems/" + problem.code(),
                    language.getLanguage().equals("en") ? text.english() : text.korean(),
                    text.status(),
                    problem.code(),
                    problem.errors(),
                    problem.figures());
        }
    }

    @ExceptionHandler
    ResponseEntity<Body> on(Problem problem, HttpServletRequest request) {
        var language = language(request);
        var body = Body.of(problem, language);
        var answer = ResponseEntity.status(body.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(problem.retryAfter())));
        }
        return answer.body(body);
    }

    @ExceptionHandler
    ResponseEntity<Body> on(AccessDeniedException denied, HttpServletRequest request) {
        return on(Problem.of("not-allowed"), request);
    }

    @ExceptionHandler
    ResponseEntity<Body> on(AuthenticationException unknown, HttpServletRequest request) {
        return on(Problem.of("unauthenticated"), request);
    }

    @ExceptionHandler
    ResponseEntity<Body> on(MethodArgumentTypeMismatchException unfit, HttpServletRequest request) {
        return on(Problem.invalid(unfit.getName(), "is not of its type"), request);
    }

    @ExceptionHandler
    ResponseEntity<Body> on(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return on(Problem.invalid(missing.getParameterName(), "is missing"), request);
    }

    @ExceptionHandler
    ResponseEntity<Body> on(HttpMessageNotReadableException nothing, HttpServletRequest request) {
        return on(Problem.invalid("", "is missing"), request);
    }

    /** What Spring finds wrong before a resource is reached, and what is wrong here. */
    @ExceptionHandler
    ResponseEntity<Body> on(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse said) {
            return on(Problem.of(code(said.getStatusCode())), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return on(Problem.of("internal-error"), request);
    }

    private static String code(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case CONTENT_TOO_LARGE -> "too-large";
            case null, default -> status.is4xxClientError() ? "invalid-request" : "internal-error";
        };
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static Locale language(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && wanted.startsWith("en") ? Locale.ENGLISH : Locale.KOREAN;
    }

    /** For the server, which says no before anything here is asked: the problem of a status of HTTP, as JSON. */
    public static byte[] of(int status) {
        return of(code(HttpStatusCode.valueOf(status)));
    }

    /** The same of a problem's code. */
    public static byte[] of(String code) {
        return ApiJson.MAPPER.writeValueAsBytes(Body.of(Problem.of(code), Locale.KOREAN));
    }

    /** For filters, which stand before the resources. */
    public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = Body.of(problem, language(request));
        response.setStatus(body.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).getLanguage());
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(problem.retryAfter())));
        }
        ApiJson.MAPPER.writeValue(response.getOutputStream(), body);
    }
}
