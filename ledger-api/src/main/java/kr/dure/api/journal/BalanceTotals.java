package kr.dure.api.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import kr.dure.api.projection.LogDays;
import kr.dure.api.projection.Totals;

/** Balances and daily closing balances, made of the whole journal: what {@link JournalChanges} does day by day. */
public final class BalanceTotals implements Totals {
    private static final String MAKE = """
            with posted as (
                select account, unit, width_bucket(position, ?::bigint[]) as place, sum(amount) as amount
                from posting
                group by account, unit, place
                having sum(amount) <> 0 or account not like 'transit:%'
            ), closing as (
                select account, unit, date '1970-01-01' + (?::bigint[])[place]::int as day,
                    sum(amount) over (partition by account, unit order by place)::bigint as amount,
                    lead(place) over (partition by account, unit order by place) is null as latest
                from posted
            ), kept as materialized (select * from closing), daily as (
                insert into daily_balance (account, unit, day, amount)
                select account, unit, day, amount from kept where day < ?
            )
            insert into balance (account, unit, amount, day)
            select account, unit, amount, day from kept where latest""";

    @Override
    public void make(Connection connection, LogDays days) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setObject(1, days.starts());
            statement.setObject(2, days.numbers());
            statement.setObject(3, days.latest().date());
            statement.executeUpdate();
        }
    }
}
