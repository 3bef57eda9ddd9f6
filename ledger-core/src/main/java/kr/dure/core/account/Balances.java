package kr.dure.core.account;

import kr.dure.core.money.Won;

/** Won on the shared accounts that decisions depend on: merchants, fund accounts, budget lines. Current, in memory. */
public interface Balances {
    /** Zero for an account that nothing was ever posted to. */
    Won won(Account account);
}
