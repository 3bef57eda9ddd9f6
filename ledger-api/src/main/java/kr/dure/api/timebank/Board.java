package kr.dure.api.timebank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Page;
import kr.dure.api.http.Times;
import kr.dure.api.timebank.Listing.Kind;
import kr.dure.api.timebank.Match.State;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notice board: listings, and the matches that came of them. Whoever changes it brings the transaction. */
public final class Board {
    private static final String LISTING =
            "select id, wallet, kind, activity, minutes, closed_at is null as open, posted_at from timebank.listing ";
    private static final String MATCH = "select id, listing, requester, provider, activity, minutes, state, confirming,"
            + " changed_at from timebank.match ";

    private final JdbcClient database;
    private final Clock clock;

    public Board(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return Times.korean(clock.instant());
    }

    // ------------------------------------------------------------------------------------------------ listings

    Listing post(OperationId id, WalletId wallet, Kind kind, String activity, long minutes) {
        database.sql("""
                        insert into timebank.listing (id, wallet, kind, activity, minutes, posted_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id.value(), wallet.value(), kind.name(), activity, minutes, now())
                .update();
        return listing(id).orElseThrow();
    }

    Optional<Listing> listing(OperationId id) {
        return database.sql(LISTING + "where id = ?")
                .param(id.value())
                .query(Board::listing)
                .optional();
    }

    /** What is open, the oldest first, after a listing. */
    List<Listing> open(Kind kind, String after) {
        return database.sql(LISTING + """
                        where closed_at is null and kind = ?
                            and (posted_at, id) > (coalesce((select posted_at from timebank.listing where id = ?),
                                '-infinity'), ?)
                        order by posted_at, id limit ?""")
                .params(kind.name(), after, after, Page.SIZE + 1)
                .query(Board::listing)
                .list();
    }

    /** @return whether it was open */
    boolean close(OperationId id) {
        return database.sql("update timebank.listing set closed_at = ? where id = ? and closed_at is null")
                        .params(now(), id.value())
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------------------------------------ matches

    /**
     * Takes a listing off the board for whoever answers it.
     *
     * @return empty if somebody else was faster
     */
    Optional<Match> match(OperationId id, Listing listing, WalletId other) {
        boolean offer = listing.kind() == Kind.OFFER;
        if (!close(new OperationId(listing.listing()))) {
            return Optional.empty();
        }
        database.sql("""
                                insert into timebank.match (id, listing, requester, provider, activity, minutes, state,
                                    matched_at, changed_at) values (?, ?, ?, ?, ?, ?, 'MATCHED', ?, ?)""")
                .params(
                        id.value(),
                        listing.listing(),
                        offer ? other.value() : listing.wallet(),
                        offer ? listing.wallet() : other.value(),
                        listing.activity(),
                        listing.minutes(),
                        now(),
                        now())
                .update();
        return find(id);
    }

    Optional<Match> find(OperationId id) {
        return database.sql(MATCH + "where id = ?")
                .param(id.value())
                .query(Board::match)
                .optional();
    }

    /** A wallet's own, the newest first, before a match. */
    List<Match> of(WalletId wallet, String before) {
        return database.sql(MATCH + """
                        where (requester = ? or provider = ?)
                            and (matched_at, id) < (coalesce((select matched_at from timebank.match where id = ?),
                                'infinity'), ?)
                        order by matched_at desc, id desc limit ?""")
                .params(wallet.value(), wallet.value(), before, before, Page.SIZE + 1)
                .query(Board::match)
                .list();
    }

    /** @return whether it was in the one state, and is now in the next */
    boolean change(String match, State from, State to) {
        return database.sql("update timebank.match set state = ?, changed_at = ? where id = ? and state = ?")
                        .params(to.name(), now(), match, from.name())
                        .update()
                == 1;
    }

    /** @return whether this operation, and no other, is now the one that may confirm */
    boolean confirming(String match, OperationId operation) {
        return database.sql("""
                        update timebank.match set confirming = ?
                        where id = ? and state = 'DONE' and (confirming is null or confirming = ?)""")
                        .params(operation.value(), match, operation.value())
                        .update()
                == 1;
    }

    /** It is known to have moved nothing. */
    void notConfirmed(String match, OperationId operation) {
        database.sql("update timebank.match set confirming = null where id = ? and state = 'DONE' and confirming = ?")
                .params(match, operation.value())
                .update();
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        return new Listing(
                row.getString("id"),
                row.getString("wallet"),
                Kind.valueOf(row.getString("kind")),
                row.getString("activity"),
                row.getLong("minutes"),
                row.getBoolean("open"),
                Times.korean(row.getObject("posted_at", OffsetDateTime.class).toInstant()));
    }

    private static Match match(ResultSet row, int number) throws SQLException {
        String confirming = row.getString("confirming");
        return new Match(
                row.getString("id"),
                row.getString("listing"),
                row.getString("requester"),
                row.getString("provider"),
                row.getString("activity"),
                row.getLong("minutes"),
                State.valueOf(row.getString("state")),
                confirming == null ? null : new OperationId(confirming),
                Times.korean(row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }
}
