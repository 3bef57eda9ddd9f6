package kr.dure.ops.link;

import java.net.InetSocketAddress;

/** Where a node's link is, as other nodes reach it: {@code host:port}, {@code [::1]:port}. */
public record Address(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException if it is none */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.isBlank()
                || (!bracketed && bare.contains(":"))
                || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("no host:port: " + text);
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return new Address(bare, port);
    }

    InetSocketAddress resolved() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
