package kr.dure.api.audit;

import java.util.HashMap;
import java.util.Map;
import kr.dure.core.id.MerchantId;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;

/** Which merchants there are, and what every batch holds and paid for each. */
final class SettlementFold {
    private final Map<MerchantId, Merchant> merchants = new HashMap<>();
    private final Map<ItemName, String> items = new HashMap<>();

    record Merchant(boolean suspended, long inBatch, long paid) {
        @Override
        public String toString() {
            return (suspended ? "suspended, " : "") + inBatch + " in batches, " + paid + " paid";
        }
    }

    record ItemName(String batch, String merchant) {
        @Override
        public String toString() {
            return merchant + " in batch " + batch;
        }
    }

    void fold(MerchantEvent event) {
        merchants.compute(event.merchant(), (id, before) -> switch (event) {
            case MerchantRegistered _ -> new Merchant(false, 0, 0);
            case MerchantSuspended _ -> suspended(before, true);
            case MerchantReinstated _ -> suspended(before, false);
        });
    }

    private static Merchant suspended(@org.jspecify.annotations.Nullable Merchant before, boolean suspended) {
        return before == null ? new Merchant(suspended, 0, 0) : new Merchant(suspended, before.inBatch, before.paid);
    }

    void fold(SettlementEvent event) {
        String batch = event.batch().value();
        switch (event) {
            case BatchDrafted drafted -> drafted.items().forEach(item -> settle(batch, item, "waiting", 1, 0));
            case BatchAnswered answered -> {
                answered.paid().forEach(item -> settle(batch, item, "paid", -1, 1));
                answered.rejected().forEach(item -> settle(batch, item, "rejected", -1, 0));
            }
        }
    }

    private void settle(String batch, SettlementEvent.Item item, String state, int inBatch, int paid) {
        long amount = item.amount().value();
        items.put(new ItemName(batch, item.merchant().value()), amount + " " + state);
        merchants.computeIfPresent(
                item.merchant(),
                (id, before) ->
                        new Merchant(before.suspended, before.inBatch + inBatch * amount, before.paid + paid * amount));
    }

    Map<MerchantId, Merchant> merchants() {
        return merchants;
    }

    Map<ItemName, String> items() {
        return items;
    }
}
