package kr.dure.api.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import kr.dure.api.http.Times;
import kr.dure.api.projection.Nanos;
import kr.dure.core.wallet.Holder;

/** A wallet in a list of wallets; what it holds is not said there. */
public record WalletEntry(String wallet, Holder holder, String dong, boolean frozen, OffsetDateTime openedAt) {
    static WalletEntry read(ResultSet row, int number) throws SQLException {
        return new WalletEntry(
                row.getString("wallet"),
                Holder.valueOf(row.getString("holder")),
                row.getString("dong"),
                row.getBoolean("frozen"),
                Times.korean(Nanos.toInstant(row.getLong("opened_at"))));
    }
}
