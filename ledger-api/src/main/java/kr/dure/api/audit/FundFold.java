package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kr.dure.api.projection.Fact;
import kr.dure.core.account.Account;
import kr.dure.core.id.FundAccount;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.money.Unit;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletEvent.WalletOpened;

/** Which fund accounts there are and what was spent from them; their balances are the journal's. */
final class FundFold {
    private final Map<FundAccount, Long> spent = new HashMap<>(Map.of(FundAccount.CITY, 0L));

    void fold(Fact fact) {
        switch (fact.event()) {
            case WalletOpened wallet -> spent.putIfAbsent(FundAccount.of(wallet.dong()), 0L);
            case MerchantRegistered merchant -> spent.putIfAbsent(FundAccount.of(merchant.dong()), 0L);
            case ProjectFunded funded ->
                spent.merge(funded.account(), funded.pot().amount().value(), Math::addExact);
            default -> {}
        }
    }

    void compare(Comparison tables, JournalFold journal) throws SQLException {
        Map<String, Long> balances = new HashMap<>();
        Map<String, Long> spending = new HashMap<>();
        spent.forEach((account, amount) -> {
            balances.put("fund:" + account, journal.amount(InUnit.of(Account.fund(account), Unit.KRW)));
            spending.put("what was spent from " + account, amount);
        });
        tables.of(
                "fund accounts",
                balances,
                "select account, balance from fund",
                row -> "fund:" + row.getString(1),
                row -> row.getLong(2));
        tables.aspect(
                "fund accounts",
                spending,
                "select account, spent from fund",
                row -> "what was spent from " + row.getString(1),
                row -> row.getLong(2));
    }
}
