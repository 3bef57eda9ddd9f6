package kr.dure.api.cleanhouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.cleanhouse.CleanHouseEvent;
import kr.dure.core.cleanhouse.CleanHouseEvent.BagsBought;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.cleanhouse.CleanHouseEvent.PointsConverted;

/** Points that wallets got and gave. */
public final class PointChanges implements Changes {
    private final Map<String, Long> points = new HashMap<>();

    @Override
    public void take(Fact fact) {
        if (fact.event() instanceof CleanHouseEvent event) {
            points.merge(event.wallet().value(), change(event), Math::addExact);
        }
    }

    private static long change(CleanHouseEvent event) {
        return switch (event) {
            case DepositWeighed weighed -> weighed.points().value();
            case PointsConverted converted -> -converted.points().value();
            case BagsBought bought -> -bought.points().value();
        };
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, points.entrySet())
                .texts(Map.Entry::getKey)
                .longs(Map.Entry::getValue)
                .update("""
                        insert into point_account as a select * from unnest(?, ?)
                        on conflict (wallet) do update set points = a.points + excluded.points""");
    }
}
