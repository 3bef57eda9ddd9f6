package kr.dure.api.timebank;

import java.time.OffsetDateTime;

/**
 * Help that a member offers, or asks for.
 *
 * @param minutes how long it takes
 * @param open whether nobody has answered yet
 */
public record Listing(
        String listing,
        String wallet,
        Kind kind,
        String activity,
        long minutes,
        boolean open,
        OffsetDateTime postedAt) {

    /** Which of both. */
    public enum Kind {
        OFFER,
        REQUEST
    }
}
