package kr.dure.api.projection;

/** What a projector is doing. */
public sealed interface ProjectorState {
    /** It writes what the log holds. */
    record Leading() implements ProjectorState {}

    /** Another node writes; this one reads how far that is. */
    record Following() implements ProjectorState {}

    /** The database cannot be reached, or is too busy; it will be tried again. */
    record Waiting(String why) implements ProjectorState {}

    /** An event could not be taken in. Queries see the ledger as it was before it. */
    record Halted(long position, String error) implements ProjectorState {}

    /** Not started yet, or closed. */
    record Stopped() implements ProjectorState {}
}
