package kr.dure.api.projection;

/** What a group does with an event that it cannot take in. */
public enum OnPoison {
    /** It stands still until somebody mends it: what moves value passes nothing over. */
    HALT,
    /** It puts the event aside as a dead letter, with all that follow on its stream, and goes on with the others. */
    PARK
}
