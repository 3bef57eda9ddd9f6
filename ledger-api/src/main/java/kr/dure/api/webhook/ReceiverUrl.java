package kr.dure.api.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where messages go (RFC 3986): https, a name of at least two labels, port 443 or one from 1024 on, no user, no fragment.
 * Names whose last label begins with a digit are none: some systems take them for addresses.
 */
record ReceiverUrl(URI uri) {
    private static final int LONGEST = 1_000;
    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1_024;
    private static final int LAST_PORT = 65_535;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException with the rule that it breaks */
    static ReceiverUrl parse(String text, Reach reach) {
        require(text.length() <= LONGEST, "has " + LONGEST + " characters at most");
        require(VISIBLE.matcher(text).matches(), "has visible ASCII characters only");
        URI uri = uri(text);
        require(
                isScheme(uri, "https") || (reach == Reach.LOOPBACK_TOO && isScheme(uri, "http")),
                "begins with https://");
        require(
                uri.getRawUserInfo() == null
                        && !String.valueOf(uri.getRawAuthority()).contains("@"),
                "names no user");
        require(uri.getRawFragment() == null, "has no fragment");
        require(uri.getHost() != null, "names a host");
        require(
                reach == Reach.LOOPBACK_TOO || isName(uri.getHost()),
                "names its host by a name of the public internet, not by an address");
        require(isPort(uri.getPort()), "has port " + HTTPS + " or one from " + FIRST_FREE_PORT + " on");
        return new ReceiverUrl(uri);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException unfit) {
            throw new IllegalArgumentException("is a URL", unfit);
        }
    }

    private static boolean isScheme(URI uri, String scheme) {
        return scheme.equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
    }

    private static boolean isName(String host) {
        return host.length() <= 253 && NAME.matcher(host).matches();
    }

    private static boolean isPort(int port) {
        return port == -1 || port == HTTPS || (port >= FIRST_FREE_PORT && port <= LAST_PORT);
    }

    private static void require(boolean fits, String rule) {
        if (!fits) {
            throw new IllegalArgumentException(rule);
        }
    }

    String host() {
        return uri.getHost();
    }
}
