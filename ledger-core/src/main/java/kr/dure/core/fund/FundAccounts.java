package kr.dure.core.fund;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dure.core.id.FundAccount;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletEvent.ProjectFunded;
import kr.dure.core.wallet.WalletEvent.WalletOpened;

/** Which fund accounts there are, and what was spent from each. Their balances stand in the journal. */
public final class FundAccounts implements RunningBook {
    private Set<FundAccount> known = new HashSet<>(Set.of(FundAccount.CITY));
    private Map<FundAccount, Won> spent = new HashMap<>();

    public boolean exists(FundAccount account) {
        return known.contains(account);
    }

    /** All that was disbursed from an account: with its balance, it is what flowed in less what was taken back. */
    Won spent(FundAccount account) {
        return spent.getOrDefault(account, Won.ZERO);
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        switch (event) {
            case WalletOpened opened -> known.add(FundAccount.of(opened.dong()));
            case MerchantRegistered registered -> known.add(FundAccount.of(registered.dong()));
            case ProjectFunded funded ->
                spent.merge(funded.account(), funded.pot().amount(), Won::plus);
            default -> {}
        }
    }
}
