package kr.dure.ops.link;

import java.io.IOException;

/** There is no link to be had to that address, or not with these keys. */
public final class LinkUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    LinkUnavailable(Address address, IOException cause) {
        super("no link to " + address + ": " + cause.getMessage(), cause);
    }
}
