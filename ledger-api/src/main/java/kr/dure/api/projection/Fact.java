package kr.dure.api.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dure.core.account.Posting;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;

/**
 * An event of the log as the read side takes it in.
 *
 * @param day the Korean day on which it happened
 * @param type its stable name
 * @param postings what it moves between accounts
 */
public record Fact(long position, Instant at, LocalDate day, String type, LedgerEvent event, List<Posting> postings) {

    /** @throws RuntimeException if the event cannot be read or its postings do not balance */
    public static Fact of(StoredEvent stored, EventCodec codec) {
        var event = codec.read(stored);
        return new Fact(
                stored.position(),
                stored.at(),
                new Moment(stored.at()).date(),
                stored.type(),
                event,
                PostingRules.of(event));
    }

    /** Its time as the database keeps it. */
    public long nanos() {
        return Nanos.of(at);
    }
}
