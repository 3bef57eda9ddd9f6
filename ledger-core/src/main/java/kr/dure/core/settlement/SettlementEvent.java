package kr.dure.core.settlement;

import java.util.List;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;

/** What happened to a settlement batch. */
public sealed interface SettlementEvent extends LedgerEvent {
    BatchId batch();

    /** @param items by merchant */
    @EventType("settlement.BatchDrafted")
    record BatchDrafted(BatchId batch, List<Item> items, int rules) implements SettlementEvent {}

    @EventType("settlement.BatchAnswered")
    record BatchAnswered(BatchId batch, List<Item> paid, List<Item> rejected) implements SettlementEvent {}

    record Item(MerchantId merchant, Won amount) {}
}
