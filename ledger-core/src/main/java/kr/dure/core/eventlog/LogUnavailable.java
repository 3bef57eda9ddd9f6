package kr.dure.core.eventlog;

/** The log cannot be reached, or cannot take anything just now. Nothing was appended; it may be tried again later. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String why, Throwable cause) {
        super("the log is unavailable: " + why, cause);
    }
}
