package kr.dure.api.webhook;

import java.io.IOException;

/** A name leads where no message may go. */
final class AddressRefused extends IOException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("leads into a network that is not public");
    }
}
