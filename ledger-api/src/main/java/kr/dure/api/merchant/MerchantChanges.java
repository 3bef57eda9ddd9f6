package kr.dure.api.merchant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.projection.Bulk;
import kr.dure.api.projection.Changes;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Texts;
import kr.dure.core.account.Posting;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.merchant.MerchantEvent.MerchantReinstated;
import kr.dure.core.merchant.MerchantEvent.MerchantSuspended;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;

/** Merchants that were registered or suspended, and where the won are that they are owed. */
public final class MerchantChanges implements Changes {
    private static final String ACCOUNT = "merchant:";

    private final List<Registered> registered = new ArrayList<>();
    private final Map<String, Boolean> suspended = new HashMap<>();
    private final Map<String, Owed> owed = new HashMap<>();

    @Override
    public void take(Fact fact) {
        for (Posting posting : fact.postings()) {
            if (posting.account().name().startsWith(ACCOUNT)) {
                add(posting.account().name().substring(ACCOUNT.length()), new Owed(posting.amount(), 0, 0));
            }
        }
        switch (fact.event()) {
            case MerchantRegistered merchant -> registered.add(new Registered(merchant, fact.nanos()));
            case MerchantSuspended(var merchant) -> suspended.put(merchant.value(), true);
            case MerchantReinstated(var merchant) -> suspended.put(merchant.value(), false);
            case BatchDrafted drafted ->
                drafted.items()
                        .forEach(item -> add(
                                item.merchant().value(),
                                new Owed(0, item.amount().value(), 0)));
            case BatchAnswered answered -> {
                answered.paid().forEach(item -> {
                    long amount = item.amount().value();
                    add(item.merchant().value(), new Owed(0, -amount, amount));
                });
                answered.rejected()
                        .forEach(item -> add(
                                item.merchant().value(),
                                new Owed(0, -item.amount().value(), 0)));
            }
            default -> {}
        }
    }

    private void add(String merchant, Owed change) {
        owed.merge(merchant, change, Owed::plus);
    }

    @Override
    public void write(Connection connection, long before) throws SQLException {
        new Bulk<>(connection, registered)
                .texts(merchant -> merchant.event().merchant().value())
                .texts(merchant -> merchant.event().dong().value())
                .texts(merchant -> Texts.storable(merchant.event().trade()))
                .flags(merchant -> merchant.event().policyOnly())
                .longs(Registered::at)
                .update("""
                        insert into merchant
                        select merchant, dong, trade, policy_only, false, 0, 0, 0, at
                        from unnest(?, ?, ?, ?, ?) m (merchant, dong, trade, policy_only, at)""");
        new Bulk<>(connection, suspended.entrySet())
                .texts(Map.Entry::getKey)
                .flags(Map.Entry::getValue)
                .updateEach("""
                        update merchant m set suspended = c.suspended
                        from unnest(?, ?) c (merchant, suspended) where m.merchant = c.merchant""");
        new Bulk<>(connection, owed.entrySet())
                .texts(Map.Entry::getKey)
                .longs(merchant -> merchant.getValue().open())
                .longs(merchant -> merchant.getValue().inBatch())
                .longs(merchant -> merchant.getValue().paid())
                .updateEach("""
                        update merchant m
                        set open = m.open + c.open, in_batch = m.in_batch + c.in_batch, paid = m.paid + c.paid
                        from unnest(?, ?, ?, ?) c (merchant, open, in_batch, paid) where m.merchant = c.merchant""");
    }

    private record Registered(MerchantRegistered event, long at) {}

    private record Owed(long open, long inBatch, long paid) {
        Owed plus(Owed other) {
            return new Owed(
                    Math.addExact(open, other.open),
                    Math.addExact(inBatch, other.inBatch),
                    Math.addExact(paid, other.paid));
        }
    }
}
