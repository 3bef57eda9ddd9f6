package kr.dure.api.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * How headers are looked at: by the rules of Spring Security, character by character. It tells them by regular expressions,
 * and on a token of half a thousand characters those cost more than all that is decided about a payment.
 */
final class Headers {
    private static final String BEARER = "Bearer ";

    private Headers() {}

    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> isPlain(name, false));
        firewall.setAllowedHeaderValues(value -> isPlain(value, true));
        return firewall;
    }

    /** Whether all of its characters are assigned and none controls anything. */
    static boolean isPlain(String text, boolean tabs) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean plain = (c >= ' ' && c <= '~')
                    || (tabs && c == '\t')
                    || (Character.isDefined(c) && !Character.isISOControl(c));
            if (!plain) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /** The token of a request (RFC 6750, 2.1), taken from nowhere else; whether it is one is seen when it is read. */
    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bears = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bears ? header.substring(BEARER.length()) : null;
    }
}
