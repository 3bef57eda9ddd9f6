package kr.dure.api.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import kr.dure.core.ledger.Moment;

/** Times as people here read them: Korean, with the offset beside them (RFC 3339). */
public final class Times {
    private Times() {}

    public static OffsetDateTime korean(Instant at) {
        return at.atZone(Moment.KST).toOffsetDateTime();
    }
}
