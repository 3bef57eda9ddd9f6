package kr.dure.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerMapping;

/** Whoever cannot read the answer is told so before anything is done. Spring would do it, and then say so. */
final class Readable {
    private Readable() {}

    /** @throws Problem {@code not-acceptable}, unless JSON is wanted, or what the handler says that it gives */
    static void require(HttpServletRequest request) {
        var wanted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        boolean chosen = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
        if (!chosen && !wanted.isEmpty() && wanted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
            throw Problem.of("not-acceptable");
        }
    }
}
