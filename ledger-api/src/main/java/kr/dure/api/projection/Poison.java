package kr.dure.api.projection;

/** An event that a projection cannot take in. It is never passed over: what follows builds on it. */
public final class Poison extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    Poison(long position, Throwable cause) {
        super("the projection cannot take in position " + position + ": " + cause.getMessage(), cause);
        this.position = position;
    }

    /** Of the event, or of the first event of its operation. */
    public long position() {
        return position;
    }
}
