package kr.dure.core.eventlog;

import org.jspecify.annotations.Nullable;

/** There is no writer just now: one is about to take over, or has closed. Nothing of the operation is in the log. */
public final class NobodyDecides extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NobodyDecides(String why) {
        this(why, null);
    }

    public NobodyDecides(String why, @Nullable Throwable cause) {
        super("unavailable (" + why + "); repeat with the same id", cause);
    }
}
