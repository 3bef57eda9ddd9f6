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
            var then = new BalanceHistory(snapshot).at(at);
            long held = then.balance(Account.hold(wallet), Unit.KRW);
            return new BalanceAt(
                    wallet.value(),
                    Times.korean(at),
                    Math.addExact(held, then.balance(Account.wallet(wallet), Unit.KRW)),
                    held,
                    then.balance(Account.points(wallet), Unit.POINT),
                    then.balance(Account.minutes(wallet), Unit.MINUTE),
                    then.position());
        }
    }
}
