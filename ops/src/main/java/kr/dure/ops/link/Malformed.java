package kr.dure.ops.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The other side does not speak as a node does. Its message says nothing of what was sent, which may be about a person. */
final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        this(what, null);
    }

    Malformed(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
