package kr.dure.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kr.dure.api.access.Caller;
import kr.dure.core.vault.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a handler its {@link Write}. The body, if the handler takes one, stands before it among the parameters. */
final class WriteResolver implements HandlerMethodArgumentResolver {
    static final String HEADER = "Idempotency-Key";

    private final KeyedHash hash;

    WriteResolver(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Write.class;
    }

    @Override
    public Write resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Readable.require(servlet);
        var caller = Caller.current();
        Object pattern = servlet.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String key = key(servlet.getHeader(HEADER));
        var operation = hash.operationOf(caller.client(), String.valueOf(pattern), key);
        RequestIds.operation(operation.value());
        return new Write(
                caller,
                operation,
                digest(servlet),
                isDryRun(servlet.getParameter("dryRun"), parameter.hasMethodAnnotation(DryRun.class)));
    }

    private static boolean isDryRun(@Nullable String parameter, boolean possible) {
        return switch (parameter) {
            case null -> false;
            case "false" -> false;
            case "true" -> {
                if (!possible) {
                    throw Problem.invalid("dryRun", "is not possible here");
                }
                yield true;
            }
            default -> throw Problem.invalid("dryRun", "is true or false");
        };
    }

    private static String key(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw Problem.of("idempotency-key-missing");
        }
        try {
            return new IdempotencyKey(header).value();
        } catch (IllegalArgumentException unfit) {
            throw Problem.invalid(HEADER, String.valueOf(unfit.getMessage()));
        }
    }

    private byte[] digest(HttpServletRequest servlet) {
        var content = new ByteArrayOutputStream(256);
        content.writeBytes(servlet.getRequestURI().getBytes(StandardCharsets.UTF_8));
        content.write(0);
        content.writeBytes(StrictBody.content());
        return hash.requestDigest(content.toByteArray());
    }
}
