package kr.dure.settlement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import kr.dure.core.id.MerchantId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.money.Won;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.settlement.SettlementEvent.Item;

/** What the batches of each month hold or paid for each merchant. A rejected item no longer counts. */
public final class MonthlyCashOuts implements RunningBook {
    private Map<YearMonth, Map<MerchantId, Won>> months = new HashMap<>();

    Won of(MerchantId merchant, YearMonth month) {
        return months.getOrDefault(month, Map.of()).getOrDefault(merchant, Won.ZERO);
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        switch (event) {
            case BatchDrafted drafted -> add(drafted.batch().date(), drafted.items(), Won::plus);
            case BatchAnswered answered -> add(answered.batch().date(), answered.rejected(), Won::minus);
            default -> {}
        }
    }

    private void add(java.time.LocalDate batch, List<Item> items, BinaryOperator<Won> change) {
        var month = months.computeIfAbsent(YearMonth.from(batch), m -> new HashMap<>());
        for (Item item : items) {
            month.merge(item.merchant(), change.apply(Won.ZERO, item.amount()), Won::plus);
        }
    }
}
