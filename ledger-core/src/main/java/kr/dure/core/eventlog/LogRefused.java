package kr.dure.core.eventlog;

import org.jspecify.annotations.Nullable;

/** The log does not take a batch because of what is in it. Nothing was appended; tried again, it is refused again. */
public final class LogRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogRefused(String why, @Nullable Throwable cause) {
        super("the log refused a batch: " + why, cause);
    }
}
