package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.dure.api.projection.Bulk;
import kr.dure.core.wallet.NewPot;
import org.jspecify.annotations.Nullable;

/** Writes pots: those with money, and empty ones that a refund may still restore. */
final class PotTables {
    private final Connection connection;
    private final List<PotChange> made = new ArrayList<>();
    private final List<PotChange> changed = new ArrayList<>();
    private final long startOfDay;

    /** @param startOfDay on which the batch lies: empty pots that were kept until before it go away */
    PotTables(Connection connection, Collection<PotChange> pots, long startOfDay) {
        this.connection = connection;
        this.startOfDay = startOfDay;
        pots.stream()
                .sorted(Comparator.comparing(PotChange::key))
                .forEach(pot -> (pot.made() == null ? changed : made).add(pot));
    }

    void write() throws SQLException {
        insert();
        forget(change());
    }

    /** All that nobody needs any more, once a day: it reads the whole table. */
    void tidy() throws SQLException {
        try (PreparedStatement forget =
                connection.prepareStatement("delete from pot where remaining = 0 and kept_until < ?")) {
            forget.setLong(1, startOfDay);
            forget.executeUpdate();
        }
    }

    private void insert() throws SQLException {
        var kept = made.stream()
                .filter(pot -> pot.remaining() != 0 || pot.keptUntil() >= startOfDay)
                .toList();
        new Bulk<>(connection, kept)
                .texts(pot -> pot.key().wallet())
                .longs(pot -> pot.key().pot())
                .texts(pot -> of(pot).kind().name())
                .longs(pot -> of(pot).amount().value())
                .longs(pot -> paid(of(pot)))
                .longs(PotChange::remaining)
                .longs(PotChange::held)
                .days(pot -> of(pot).expiresOn())
                .flags(pot -> of(pot).renewed())
                .texts(pot -> incentive(of(pot)))
                .flags(PotChange::isTouched)
                .longs(PotChange::keptUntil)
                .update("""
                        insert into pot
                        select wallet, pot, kind, face, paid, remaining, held, date '1970-01-01' + expires::int,
                            renewed, incentive, touched, kept_until
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) p (wallet, pot, kind, face, paid, remaining,
                            held, expires, renewed, incentive, touched, kept_until)""");
    }

    /** @return the pots that are empty now and will not be restored */
    private List<PotKey> change() throws SQLException {
        List<Changed> found = new Bulk<>(connection, changed)
                .texts(pot -> pot.key().wallet())
                .longs(pot -> pot.key().pot())
                .longs(PotChange::remaining)
                .longs(PotChange::held)
                .flags(PotChange::isTouched)
                .longs(PotChange::keptUntil)
                .value(startOfDay)
                .query("""
                        with changed as (
                            update pot p
                            set remaining = p.remaining + c.remaining, held = p.held + c.held,
                                touched = p.touched or c.touched, kept_until = greatest(p.kept_until, c.kept_until)
                            from unnest(?, ?, ?, ?, ?, ?) c (wallet, pot, remaining, held, touched, kept_until)
                            where p.wallet = c.wallet and p.pot = c.pot
                            returning p.wallet, p.pot, p.remaining, p.kept_until)
                        select null, count(*) from changed
                        union all select wallet, pot from changed where remaining = 0 and kept_until < ?""", row -> new Changed(row.getString(1), row.getLong(2)));
        if (!changed.isEmpty() && found.getFirst().number() != changed.size()) {
            throw new IllegalStateException(found.getFirst().number() + " pots found of " + changed);
        }
        return found.stream()
                .skip(1)
                .map(pot -> new PotKey(Objects.requireNonNull(pot.wallet()), pot.number()))
                .toList();
    }

    private void forget(List<PotKey> pots) throws SQLException {
        new Bulk<>(connection, pots)
                .texts(PotKey::wallet)
                .longs(PotKey::pot)
                .updateEach("delete from pot p using unnest(?, ?) k (wallet, pot)"
                        + " where p.wallet = k.wallet and p.pot = k.pot");
    }

    private static NewPot of(PotChange pot) {
        return Objects.requireNonNull(pot.made());
    }

    private static long paid(NewPot pot) {
        return pot.paid() == null ? 0 : pot.paid().value();
    }

    private static @Nullable String incentive(NewPot pot) {
        return pot.incentive() == null ? null : pot.incentive().value();
    }

    /** A pot that is to be forgotten, or, without a wallet, how many pots were changed. */
    private record Changed(@Nullable String wallet, long number) {}
}
