package kr.dure.api.settlement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;

/** Batches that were drafted, and what the bank said of their items. */
public final class BatchChanges implements Changes {
    private final List<Drafted> drafted = new ArrayList<>();
    private final List<BatchItem> items = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();

    @Override
    public void take(Fact fact) {
        switch (fact.event()) {
            case BatchDrafted batch -> {
                drafted.add(new Drafted(batch.batch().date(), sum(batch.items()), fact.nanos()));
                batch.items()
                        .forEach(item -> items.add(new BatchItem(batch.batch().date(), item)));
            }
            case BatchAnswered answer -> {
                LocalDate batch = answer.batch().date();
                answer.paid().forEach(item -> answered.add(new Answered(batch, item, "paid", fact.nanos())));
                answer.rejected().forEach(item -> answered.add(new Answered(batch, item, "rejected", fact.nanos())));
            }
            default -> {}
        }
    }

    private static long sum(List<Item> items) {
        return items.stream().mapToLong(item -> item.amount().value()).reduce(0, Math::addExact);
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, drafted)
                .days(Drafted::batch)
                .longs(Drafted::amount)
                .longs(Drafted::at)
                .update("""
                        insert into batch select date '1970-01-01' + batch::int, amount, 0, 0, at
                        from unnest(?, ?, ?) b (batch, amount, at)""");
        new Bulk<>(connection, items)
                .days(BatchItem::batch)
                .texts(item -> item.item().merchant().value())
                .longs(item -> item.item().amount().value())
                .update("""
                        insert into batch_item select date '1970-01-01' + batch::int, merchant, amount, 'waiting', null
                        from unnest(?, ?, ?) i (batch, merchant, amount)""");
        answer(connection);
    }

    private void answer(Connection connection) throws SQLException {
        new Bulk<>(connection, answered)
                .days(Answered::batch)
                .texts(item -> item.item().merchant().value())
                .texts(Answered::state)
                .longs(Answered::at)
                .updateEach("""
                        update batch_item i set state = a.state, answered_at = a.at
                        from unnest(?, ?, ?, ?) a (batch, merchant, state, at)
                        where i.batch = date '1970-01-01' + a.batch::int and i.merchant = a.merchant
                            and i.state = 'waiting'""");
        new Bulk<>(connection, sums().entrySet())
                .days(Map.Entry::getKey)
                .longs(batch -> batch.getValue()[0])
                .longs(batch -> batch.getValue()[1])
                .updateEach("""
                        update batch b set waiting = b.waiting - a.paid - a.rejected, paid = b.paid + a.paid,
                            rejected = b.rejected + a.rejected
                        from unnest(?, ?, ?) a (batch, paid, rejected)
                        where b.batch = date '1970-01-01' + a.batch::int""");
    }

    private Map<LocalDate, long[]> sums() {
        Map<LocalDate, long[]> sums = new HashMap<>();
        for (Answered item : answered) {
            long[] sum = sums.computeIfAbsent(item.batch(), batch -> new long[2]);
            int state = item.state().equals("paid") ? 0 : 1;
            sum[state] = Math.addExact(sum[state], item.item().amount().value());
        }
        return sums;
    }

    private record Drafted(LocalDate batch, long amount, long at) {}

    private record BatchItem(LocalDate batch, Item item) {}

    private record Answered(LocalDate batch, Item item, String state, long at) {}
}
