package kr.dure.api.webhook;

/** How far messages may go. */
public enum Reach {
    /** To the public internet, by https. */
    PUBLIC,
    /** To this machine as well, by http too: for trying things out with a simulation. */
    LOOPBACK_TOO
}
