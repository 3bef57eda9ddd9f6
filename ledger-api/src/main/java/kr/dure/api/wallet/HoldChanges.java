package kr.dure.api.wallet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Nanos;
import kr.dure.core.wallet.WalletEvent.HoldPlaced;

/** Holds that were placed and closed. What a closed one kept is known from this batch or from its row. */
final class HoldChanges {
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();

    void place(HoldPlaced hold, long at) {
        placed.put(hold.hold().value(), new Placed(hold, at));
    }

    /** @return what becomes free, unless only the table knows it */
    Collection<HeldPart> close(String hold) {
        Placed known = placed.remove(hold);
        if (known == null) {
            closed.add(hold);
            return List.of();
        }
        String wallet = known.event().wallet().value();
        return known.event().from().stream()
                .map(use ->
                        new HeldPart(new PotKey(wallet, use.pot()), use.amount().value()))
                .toList();
    }

    /** @return what the holds that were placed in earlier batches, and closed in this one, kept */
    List<HeldPart> write(Connection connection) throws SQLException {
        insert(connection);
        return delete(connection);
    }

    private void insert(Connection connection) throws SQLException {
        new Bulk<>(connection, placed.values())
                .texts(hold -> hold.event().hold().value())
                .texts(hold -> hold.event().wallet().value())
                .texts(hold -> hold.event().merchant().value())
                .longs(hold -> hold.event().amount().value())
                .texts(hold -> parts(hold.event()))
                .longs(Placed::at)
                .longs(hold -> Nanos.of(hold.event().lapsesAt()))
                .update("""
                        insert into hold select hold, wallet, merchant, amount, parts::jsonb, placed, lapses
                        from unnest(?, ?, ?, ?, ?, ?, ?) h (hold, wallet, merchant, amount, parts, placed, lapses)""");
    }

    private static String parts(HoldPlaced hold) {
        return hold.from().stream()
                .map(use -> "[" + use.pot() + "," + use.amount().value() + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<HeldPart> delete(Connection connection) throws SQLException {
        List<OfHold> parts = new Bulk<>(connection, closed)
                .texts(hold -> hold)
                .query(
                        """
                        with gone as (
                            delete from hold h using unnest(?) c (hold) where h.hold = c.hold
                            returning h.hold, h.wallet, h.parts)
                        select hold, wallet, (part ->> 0)::bigint, (part ->> 1)::bigint
                        from gone, jsonb_array_elements(parts) part""",
                        row -> new OfHold(
                                row.getString(1),
                                new HeldPart(new PotKey(row.getString(2), row.getLong(3)), row.getLong(4))));
        long found = parts.stream().map(OfHold::hold).distinct().count();
        if (found != closed.size()) {
            throw new IllegalStateException(found + " open holds found of " + closed);
        }
        return parts.stream().map(OfHold::part).toList();
    }

    private record Placed(HoldPlaced event, long at) {}

    private record OfHold(String hold, HeldPart part) {}
}
