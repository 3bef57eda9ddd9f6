package kr.dure.api.wallet;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.http.Times;
import kr.dure.api.journal.BalanceHistory;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Unit;

/**
 * What a wallet held right after everything that happened up to a time.
 *
 * @param total in won, held money included
 * @param held what of it was kept by holds
 * @param position of the last event up to that time
 */
public record BalanceAt(
        String wallet, OffsetDateTime at, long total, long held, long points, long minutes, long position) {

    static BalanceAt read(DataSource database, WalletId wallet, Instant at) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            var history = new BalanceHistory(snapshot);
            long held = history.balance(Account.hold(wallet), Unit.KRW, at);
            return new BalanceAt(
                    wallet.value(),
                    Times.korean(at),
                    Math.addExact(held, history.balance(Account.wallet(wallet), Unit.KRW, at)),
                    held,
                    history.balance(Account.points(wallet), Unit.POINT, at),
                    history.balance(Account.minutes(wallet), Unit.MINUTE, at),
                    history.positionAt(at));
        }
    }
}
