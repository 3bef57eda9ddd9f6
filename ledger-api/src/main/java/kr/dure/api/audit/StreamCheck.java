package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.cleanhouse.PointAccount;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.timebank.Member;
import kr.dure.core.wallet.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log once more, stream by stream: sequences without gaps, and every wallet, point account and member refolded
 * by its own aggregate. One aggregate is in memory at a time, and the finished ones of a page.
 */
final class StreamCheck {
    private static final String EVENTS = """
            select position, at, type, revision, stream, sequence, payload
            from ledger.event where position <= ? order by stream collate "C", sequence""";

    private final EventCodec codec;
    private final Differences differences;
    private final List<StreamKind<?>> kinds;
    private @Nullable StreamKind<?> kind;
    private String stream = "";
    private long expected;
    private boolean broken;

    StreamCheck(EventCodec codec, Comparison tables, JournalFold journal, Instant newest) {
        this.codec = codec;
        this.differences = tables.differences();
        this.kinds = List.of(
                new StreamKind<>(
                        "wallet/", new Refolding<>(Wallet.class, Wallet::new), new WalletRows(tables, journal, newest)),
                new StreamKind<>(
                        "points/",
                        new Refolding<>(PointAccount.class, PointAccount::new),
                        new PointRows(tables, journal)),
                new StreamKind<>(
                        "member/", new Refolding<>(Member.class, Member::new), new MemberRows(tables, journal)));
    }

    void run(Snapshot snapshot, long position) throws SQLException {
        snapshot.each(EVENTS, row -> next(event(row)), position);
        finish();
        for (StreamKind<?> each : kinds) {
            each.end(position);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                Nanos.toInstant(row.getLong(2)),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getLong(6),
                null,
                null,
                null,
                row.getString(7));
    }

    private void next(StoredEvent event) throws SQLException {
        if (!event.stream().equals(stream)) {
            finish();
            begin(event);
        }
        if (event.sequence() != expected) {
            differences.add("stream " + stream + " goes on with sequence " + event.sequence() + " instead of "
                    + expected + ", at position " + event.position());
        }
        expected = event.sequence() + 1;
        fold(event);
    }

    private void begin(StoredEvent event) {
        differences.checked("streams", 1);
        stream = event.stream();
        expected = 0;
        kind = kinds.stream()
                .filter(each -> each.has(event.stream()))
                .findFirst()
                .orElse(null);
        broken = false;
        if (kind != null) {
            kind.begin(event, Nanos.of(event.at()));
        }
    }

    private void fold(StoredEvent event) {
        if (kind == null || broken) {
            return;
        }
        try {
            kind.fold(event, codec.read(event));
        } catch (RuntimeException unfit) {
            broken = true;
            differences.add("stream " + event.stream() + " cannot be refolded at position " + event.position() + ": "
                    + unfit.getMessage());
        }
    }

    private void finish() throws SQLException {
        if (kind != null && !broken) {
            kind.finish();
        }
    }
}
