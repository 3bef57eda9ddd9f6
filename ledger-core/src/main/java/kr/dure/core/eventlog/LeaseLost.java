package kr.dure.core.eventlog;

/** Another node has taken the writer's lease; this one can append nothing any more. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost(long epoch) {
        super("the writer's lease of epoch " + epoch + " was taken by another node");
    }
}
