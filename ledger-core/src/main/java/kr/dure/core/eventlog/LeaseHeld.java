package kr.dure.core.eventlog;

/** Another node holds the writer's lease and lives. */
public final class LeaseHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseHeld(String holder) {
        super("the writer's lease is held by " + holder);
    }
}
