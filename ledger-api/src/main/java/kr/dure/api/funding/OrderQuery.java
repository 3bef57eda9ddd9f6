package kr.dure.api.funding;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.funding.MoneyOrder.Kind;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds charges and payouts by wallet, the newest first. */
public final class OrderQuery {
    private final JdbcClient database;
    private final Facts facts;

    public OrderQuery(DataSource database, Facts facts) {
        this.database = JdbcClient.create(database);
        this.facts = facts;
    }

    /** @param wallet none if nobody knows whose it is */
    record Order(@Nullable String wallet, Found<LedgerEvent> found) {}

    List<Order> of(Kind kind, WalletId wallet, long before, int most) {
        return database.sql("""
                        select position, wallet from read.money_order
                        where kind = ? and wallet = ? and position < ? order by position desc limit ?""")
                .params(kind.name(), wallet.value(), before, most)
                .query((row, number) -> order(row.getString("wallet"), row.getLong("position")))
                .list();
    }

    List<Order> all(Kind kind, long before, int most) {
        return database.sql("""
                        select position, wallet from read.money_order
                        where kind = ? and position < ? order by position desc limit ?""")
                .params(kind.name(), before, most)
                .query((row, number) -> order(row.getString("wallet"), row.getLong("position")))
                .list();
    }

    Optional<Order> one(Kind kind, long position) {
        return database.sql("select wallet from read.money_order where kind = ? and position = ?")
                .params(kind.name(), position)
                .query((row, number) -> order(row.getString("wallet"), position))
                .optional();
    }

    private Order order(@Nullable String wallet, long position) {
        return new Order(wallet, facts.at(position));
    }
}
