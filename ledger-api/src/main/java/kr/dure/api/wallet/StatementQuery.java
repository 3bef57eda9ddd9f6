package kr.dure.api.wallet;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.http.Times;
import kr.dure.api.journal.BalanceHistory;
import kr.dure.api.log.EventStream;
import kr.dure.api.log.Found;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Moment;
import kr.dure.core.money.Unit;
import kr.dure.core.wallet.WalletEvent;
import org.jspecify.annotations.Nullable;

/** Makes statements from a wallet's own events. */
public final class StatementQuery {
    private static final int PAGE = 500;

    private final DataSource database;
    private final EventCodec codec;

    public StatementQuery(DataSource database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** @param cursor where the page before ended, or null for the first page */
    Statement page(WalletId wallet, LocalDate from, LocalDate to, @Nullable StatementCursor cursor)
            throws SQLException {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            var history = new BalanceHistory(snapshot);
            var start = cursor != null ? cursor : opening(history.at(justBefore(from)), wallet);
            long upTo = history.positionAt(justBefore(to.plusDays(1)));
            var events = new EventStream(snapshot, codec, wallet).between(start.position(), upTo, PAGE + 1);
            boolean more = events.size() > PAGE;
            var lines = lines(more ? events.subList(0, PAGE) : events, start.balance());
            long closing = lines.isEmpty() ? start.balance() : lines.getLast().balance();
            String next = more ? new StatementCursor(events.get(PAGE - 1).position(), closing).text() : null;
            return new Statement(wallet.value(), from, to, start.balance(), closing, lines, next);
        }
    }

    private static Instant justBefore(LocalDate day) {
        return Moment.startOf(day).minusNanos(1);
    }

    /** Held money is the wallet's, too. */
    private static StatementCursor opening(BalanceHistory.At then, WalletId wallet) throws SQLException {
        return new StatementCursor(
                then.position(),
                Math.addExact(
                        then.balance(Account.wallet(wallet), Unit.KRW), then.balance(Account.hold(wallet), Unit.KRW)));
    }

    private static List<Statement.Line> lines(List<Found<LedgerEvent>> events, long opening) {
        List<Statement.Line> lines = new ArrayList<>(events.size());
        long balance = opening;
        for (var event : events) {
            var entry = StatementEntry.of((WalletEvent) event.fact());
            balance = Math.addExact(balance, entry.amount());
            lines.add(new Statement.Line(
                    Times.korean(event.at()),
                    entry.kind(),
                    entry.id(),
                    entry.with(),
                    entry.amount(),
                    balance,
                    event.position()));
        }
        return lines;
    }
}
