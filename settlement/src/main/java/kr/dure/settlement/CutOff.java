package kr.dure.settlement;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dure.core.account.Account;
import kr.dure.core.account.Balances;
import kr.dure.core.merchant.Merchants;
import kr.dure.core.money.Won;
import kr.dure.core.settlement.SettlementEvent.Item;

/** Who gets what at a day's end. */
record CutOff(Merchants merchants, Balances balances, MonthlyCashOuts cashOuts) {

    /** What each merchant that is not suspended is owed, up to what the month's cap leaves; in the order of their ids. */
    List<Item> items(YearMonth month, Won cap) {
        List<Item> items = new ArrayList<>();
        for (var merchant : merchants.all()) {
            Won open = balances.won(Account.merchant(merchant.merchant()));
            Won amount = open.min(cap.minus(cashOuts.of(merchant.merchant(), month)));
            if (!merchant.suspended() && amount.isPositive()) {
                items.add(new Item(merchant.merchant(), amount));
            }
        }
        items.sort(Comparator.comparing(item -> item.merchant().value()));
        return items;
    }
}
