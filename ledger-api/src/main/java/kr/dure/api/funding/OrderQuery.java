package kr.dure.api.funding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.funding.MoneyOrder.Kind;
import kr.dure.api.log.Found;
import kr.dure.api.log.LogSlice;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Finds charges and payouts by wallet, the newest first. */
public final class OrderQuery {
    private static final String SELECT = "select position, wallet from read.money_order where kind = ? and ";
    private static final String PAGE = "position < ? order by position desc limit ?";

    private final JdbcClient database;
    private final LogSlice log;

    public OrderQuery(DataSource database, LogSlice log) {
        this.database = JdbcClient.create(database);
        this.log = log;
    }

    /** @param wallet none if nobody knows whose it is */
    record Order(@Nullable String wallet, Found<LedgerEvent> found) {}

    private record Row(@Nullable String wallet, long position) {}

    List<Order> of(Kind kind, WalletId wallet, long before, int most) {
        return orders(
                database.sql(SELECT + "wallet = ? and " + PAGE).params(kind.name(), wallet.value(), before, most));
    }

    List<Order> all(Kind kind, long before, int most) {
        return orders(database.sql(SELECT + PAGE).params(kind.name(), before, most));
    }

    Optional<Order> one(Kind kind, long position) {
        return orders(database.sql(SELECT + "position = ?").params(kind.name(), position)).stream()
                .findFirst();
    }

    /** With what the log says of them, all asked for at once. */
    private List<Order> orders(StatementSpec asked) {
        var rows = asked.query((row, number) -> new Row(row.getString("wallet"), row.getLong("position")))
                .list();
        var events = log.at(rows.stream().map(Row::position).toList());
        return rows.stream()
                .map(row -> new Order(row.wallet(), Objects.requireNonNull(events.get(row.position()))))
                .toList();
    }
}
