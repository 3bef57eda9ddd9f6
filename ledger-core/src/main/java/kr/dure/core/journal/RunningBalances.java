package kr.dure.core.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kr.dure.core.account.Account;
import kr.dure.core.account.Balances;
import kr.dure.core.account.Posting;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.money.Unit;
import kr.dure.core.money.Won;

/** The current won of the accounts that wallets share: merchants, fund accounts, budget lines. */
public final class RunningBalances implements RunningBook, Balances {
    private Map<Account, Won> balances = new HashMap<>();

    @Override
    public Won won(Account account) {
        return balances.getOrDefault(account, Won.ZERO);
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        for (Posting posting : PostingRules.of(event)) {
            if (posting.unit() == Unit.KRW && posting.account().isShared()) {
                balances.merge(posting.account(), Won.of(posting.amount()), Won::plus);
            }
        }
    }
}
