package kr.dure.api.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered as it hoped: a problem in the sense of RFC 9457, thrown wherever it is found. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final String code;
    private final transient List<FieldError> errors;
    private final @Nullable String figures;
    private final @Nullable Duration retryAfter;

    private Problem(
            String code,
            List<FieldError> errors,
            @Nullable String figures,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(errors.isEmpty() ? code : code + " " + errors, cause, false, false);
        this.code = code;
        this.errors = errors;
        this.figures = figures;
        this.retryAfter = retryAfter;
    }

    /** @param code one of those in {@link ProblemTexts} */
    public static Problem of(String code) {
        return new Problem(code, List.of(), null, null, null);
    }

    /** One that passes by itself: the same request may be repeated soon. */
    public static Problem passing(String code) {
        return new Problem(code, List.of(), null, SOON, null);
    }

    /** @param wait after which it may be repeated */
    public static Problem passing(String code, Duration wait) {
        return new Problem(code, List.of(), null, wait, null);
    }

    static Problem passing(String code, Throwable cause) {
        return new Problem(code, List.of(), null, SOON, cause);
    }

    /** The ledger's "no". */
    public static Problem refused(String code, @Nullable String figures) {
        return new Problem(code, List.of(), figures, null, null);
    }

    /** The request is not one. */
    public static Problem invalid(String pointer, String rule) {
        return invalid(List.of(new FieldError(pointer, rule)));
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem("invalid-request", errors, null, null, null);
    }

    public String code() {
        return code;
    }

    /** Whether it is the answer to a request that was understood, and may be kept as that. */
    boolean isRefusal() {
        return !passes() && (status() == 404 || status() == 409 || status() == 422);
    }

    int status() {
        return ProblemTexts.of(code).status();
    }

    /** Whether the same request may fare better soon, and nobody knows yet what became of it. */
    public boolean passes() {
        return retryAfter != null;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** JSON, of a refusal. */
    @Nullable
    String figures() {
        return figures;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
