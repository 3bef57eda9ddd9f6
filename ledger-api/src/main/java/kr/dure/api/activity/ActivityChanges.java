package kr.dure.api.activity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;

/** How often each kind of event happened, on each Korean day. */
public final class ActivityChanges implements Changes {
    private final Map<Kind, Long> counts = new TreeMap<>();

    @Override
    public void take(Fact fact) {
        counts.merge(new Kind(fact.day(), fact.type()), 1L, Long::sum);
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, counts.entrySet())
                .days(count -> count.getKey().day())
                .texts(count -> count.getKey().type())
                .longs(Map.Entry::getValue)
                .update("""
                        insert into activity as a (day, type, events)
                        select date '1970-01-01' + c.day::int, c.type, c.events
                        from unnest(?, ?, ?) c (day, type, events)
                        on conflict (day, type) do update set events = a.events + excluded.events""");
    }

    private record Kind(LocalDate day, String type) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::day).thenComparing(Kind::type);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }
}
