package kr.dure.api.wallet;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.http.Page;
import kr.dure.api.projection.Nanos;
import kr.dure.api.projection.Snapshot;
import kr.dure.api.wallet.WalletView.Krw;
import kr.dure.api.wallet.WalletView.Pot;
import kr.dure.core.id.Dong;
import kr.dure.core.id.WalletId;
import kr.dure.core.wallet.Holder;
import kr.dure.core.wallet.PotKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wallets, read from the views. */
public final class WalletQueries {
    private static final String WALLET = """
            select w.holder, w.dong, w.frozen, coalesce(a.points, 0) points, m.minutes,
                (select position from projection where name = 'money') as position
            from wallet w left join point_account a using (wallet) left join member m using (wallet)
            where w.wallet = ?""";

    /** A hold that is due is free again, whether or not its lapse is in the log yet. */
    private static final String POTS = """
            select p.pot, p.kind, p.remaining, p.expires_on, coalesce(h.held, 0) held
            from pot p left join (
                select (part ->> 0)::bigint pot, sum((part ->> 1)::bigint)::bigint held
                from hold, jsonb_array_elements(parts) part where wallet = ? and lapses_at > ? group by 1) h using (pot)
            where p.wallet = ? and p.remaining > 0
            order by p.expires_on, array_position(?, p.kind), p.pot""";

    private static final String[] KINDS =
            java.util.Arrays.stream(PotKind.values()).map(PotKind::name).toArray(String[]::new);

    private final DataSource database;
    private final Clock clock;

    public WalletQueries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<WalletView> find(WalletId wallet) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA);
                var found = snapshot.cursor(WALLET, wallet.value())) {
            if (!found.next()) {
                return Optional.empty();
            }
            var row = found.row();
            return Optional.of(new WalletView(
                    wallet.value(),
                    Holder.valueOf(row.getString("holder")),
                    row.getString("dong"),
                    row.getBoolean("frozen"),
                    krw(snapshot, wallet),
                    row.getLong("points"),
                    row.getObject("minutes", Long.class),
                    row.getLong("position")));
        }
    }

    /** One page and one more, by name. */
    List<WalletEntry> after(String name, @Nullable Dong dong) {
        return JdbcClient.create(database)
                .sql("""
                        select wallet, holder, dong, frozen, opened_at from read.wallet
                        where wallet > ? and dong = coalesce(?, dong) order by wallet limit ?""")
                .param(name)
                .param(dong == null ? null : dong.value())
                .param(Page.SIZE + 1)
                .query(WalletEntry::read)
                .list();
    }

    private Krw krw(Snapshot snapshot, WalletId wallet) throws SQLException {
        List<Pot> pots = new ArrayList<>();
        snapshot.each(
                POTS,
                row -> pots.add(new Pot(
                        row.getLong("pot"),
                        PotKind.valueOf(row.getString("kind")),
                        row.getLong("remaining"),
                        row.getLong("held"),
                        row.getObject("expires_on", LocalDate.class))),
                wallet.value(),
                Nanos.of(clock.instant()),
                wallet.value(),
                KINDS);
        return new Krw(
                pots.stream().mapToLong(Pot::left).sum(),
                pots.stream().mapToLong(Pot::held).sum(),
                pots);
    }
}
