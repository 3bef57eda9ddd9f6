package kr.dure.api.funding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;

/** Charges that were asked for, and payouts that were ordered: by wallet, in the order of the log. */
public final class OrderChanges implements Changes {
    private final List<MoneyOrder> orders = new ArrayList<>();

    @Override
    public void take(Fact fact) {
        MoneyOrder.of(fact).ifPresent(orders::add);
    }

    /** A deposit names a charge, and the charge its wallet. */
    @Override
    public void write(Connection connection, long before) throws SQLException {
        insert(
                connection,
                orders.stream().filter(order -> order.wallet() != null).toList(),
                "o.wallet",
                "");
        insert(
                connection,
                orders.stream().filter(order -> order.wallet() == null).toList(),
                "c.wallet",
                "left join money_order c on c.kind = 'CHARGE' and c.charge = o.charge");
    }

    private static void insert(Connection connection, List<MoneyOrder> some, String wallet, String join)
            throws SQLException {
        new Bulk<>(connection, some)
                .longs(MoneyOrder::position)
                .texts(order -> order.kind().name())
                .texts(MoneyOrder::wallet)
                .texts(MoneyOrder::charge)
                .update("insert into money_order select o.position, o.kind, " + wallet + ", o.charge"
                        + " from unnest(?, ?, ?, ?) o (position, kind, wallet, charge) " + join);
    }
}
