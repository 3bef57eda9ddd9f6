package kr.dure.core.eventlog;

/** It cannot be told whether a batch was appended. Whoever repeats an operation with the same id gets to know. */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(Throwable cause) {
        super("the outcome is unknown; repeat with the same id", cause);
    }
}
