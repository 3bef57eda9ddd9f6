package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import kr.dure.api.projection.Bulk;
import kr.dure.core.wallet.NewPot;
import org.jspecify.annotations.Nullable;

/** Writes pots: those with money into {@code pot}, empty ones that a refund may still restore into {@code empty_pot}. */
final class PotTables {
    private final Connection connection;
    private final List<PotChange> made = new ArrayList<>();
    private final List<PotChange> changed = new ArrayList<>();
    private final long now;

    /** @param now the time of the newest event: empty pots that are kept no longer than this go away */
    PotTables(Connection connection, Collection<PotChange> pots, long now) {
        this.connection = connection;
        this.now = now;
        pots.forEach(pot -> (pot.made() == null ? changed : made).add(pot));
    }

    void write() throws SQLException {
        insert("pot", pot -> pot.remaining() != 0);
        insert("empty_pot", pot -> pot.remaining() == 0 && pot.keptUntil() >= now);
        restored().update("""
                with back as (
                    delete from empty_pot p using unnest(?, ?) k (wallet, pot)
                    where p.wallet = k.wallet and p.pot = k.pot returning p.*)
                insert into pot select * from back""");
        emptied(change());
        try (PreparedStatement forget = connection.prepareStatement("delete from empty_pot where kept_until < ?")) {
            forget.setLong(1, now);
            forget.executeUpdate();
        }
    }

    private void insert(String table, Predicate<PotChange> which) throws SQLException {
        new Bulk<>(connection, made.stream().filter(which).toList())
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
                .update("insert into " + table + """

                        select wallet, pot, kind, face, paid, remaining, held, date '1970-01-01' + expires::int,
                            renewed, incentive, touched, kept_until
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) p (wallet, pot, kind, face, paid, remaining,
                            held, expires, renewed, incentive, touched, kept_until)""");
    }

    /** @return the pots that are empty now */
    private List<PotKey> change() throws SQLException {
        List<Changed> found = new Bulk<>(connection, changed)
                .texts(pot -> pot.key().wallet())
                .longs(pot -> pot.key().pot())
                .longs(PotChange::remaining)
                .longs(PotChange::held)
                .flags(PotChange::isTouched)
                .longs(PotChange::keptUntil)
                .query("""
                        with changed as (
                            update pot p
                            set remaining = p.remaining + c.remaining, held = p.held + c.held,
                                touched = p.touched or c.touched, kept_until = greatest(p.kept_until, c.kept_until)
                            from unnest(?, ?, ?, ?, ?, ?) c (wallet, pot, remaining, held, touched, kept_until)
                            where p.wallet = c.wallet and p.pot = c.pot
                            returning p.wallet, p.pot, p.remaining)
                        select null, count(*) from changed
                        union all select wallet, pot from changed where remaining = 0""", row -> new Changed(row.getString(1), row.getLong(2)));
        if (!changed.isEmpty() && found.getFirst().number() != changed.size()) {
            throw new IllegalStateException(found.getFirst().number() + " pots found of " + changed);
        }
        return found.stream()
                .skip(1)
                .map(pot -> new PotKey(Objects.requireNonNull(pot.wallet()), pot.number()))
                .toList();
    }

    private void emptied(List<PotKey> pots) throws SQLException {
        new Bulk<>(connection, pots)
                .texts(PotKey::wallet)
                .longs(PotKey::pot)
                .value(now)
                .update("""
                        with gone as (
                            delete from pot p using unnest(?, ?) k (wallet, pot)
                            where p.wallet = k.wallet and p.pot = k.pot returning p.*)
                        insert into empty_pot select * from gone where kept_until >= ?""");
    }

    private Bulk<PotChange> restored() {
        return new Bulk<>(
                        connection,
                        changed.stream().filter(PotChange::isRestored).toList())
                .texts(pot -> pot.key().wallet())
                .longs(pot -> pot.key().pot());
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

    /** A pot that is empty now, or, without a wallet, how many pots were changed. */
    private record Changed(@Nullable String wallet, long number) {}
}
