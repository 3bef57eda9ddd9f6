package kr.dure.api.audit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Fact;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;
import org.jspecify.annotations.Nullable;

/** Settlement batches and their items, folded from their own events. */
final class BatchFold {
    private final Map<LocalDate, Long> drafted = new HashMap<>();
    private final Map<ItemName, ItemRow> items = new HashMap<>();

    private record ItemName(LocalDate batch, String merchant) {
        @Override
        public String toString() {
            return merchant + " in batch " + batch;
        }
    }

    private record ItemRow(
            long amount, String state, @Nullable Long answeredAt) {}

    private record BatchRow(long waiting, long paid, long rejected, long draftedAt) {}

    /** @param owner a batch's day or a merchant */
    record Share(Object owner, String state) {}

    void fold(Fact fact) {
        switch (fact.event()) {
            case BatchDrafted batch -> {
                drafted.put(batch.batch().date(), fact.nanos());
                batch.items().forEach(item -> put(batch.batch().date(), item, "waiting", null));
            }
            case BatchAnswered answer -> {
                answer.paid().forEach(item -> put(answer.batch().date(), item, "paid", fact.nanos()));
                answer.rejected().forEach(item -> put(answer.batch().date(), item, "rejected", fact.nanos()));
            }
            default -> {}
        }
    }

    private void put(LocalDate batch, Item item, String state, @Nullable Long at) {
        items.put(
                new ItemName(batch, item.merchant().value()),
                new ItemRow(item.amount().value(), state, at));
    }

    void compare(Comparison tables) throws SQLException {
        var shares = shares();
        Map<LocalDate, BatchRow> batches = new HashMap<>();
        drafted.forEach((batch, at) -> batches.put(
                batch,
                new BatchRow(shares.of(batch, "waiting"), shares.of(batch, "paid"), shares.of(batch, "rejected"), at)));
        tables.of(
                "batches",
                batches,
                "select batch - date '1970-01-01', waiting, paid, rejected, drafted_at from batch",
                row -> LocalDate.ofEpochDay(row.getLong(1)),
                row -> new BatchRow(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
        tables.of(
                "batch items",
                items,
                "select batch - date '1970-01-01', merchant, amount, state, answered_at from batch_item",
                row -> new ItemName(LocalDate.ofEpochDay(row.getLong(1)), row.getString(2)),
                row -> new ItemRow(row.getLong(3), row.getString(4), row.getObject(5, Long.class)));
    }

    /** What each batch and each merchant has in each state. */
    Shares shares() {
        Map<Share, Long> sums = new HashMap<>();
        items.forEach((name, item) -> {
            sums.merge(new Share(name.batch, item.state), item.amount, Math::addExact);
            sums.merge(new Share(name.merchant, item.state), item.amount, Math::addExact);
        });
        return new Shares(sums);
    }

    record Shares(Map<Share, Long> sums) {
        long of(Object owner, String state) {
            return sums.getOrDefault(new Share(owner, state), 0L);
        }
    }
}
