package kr.dure.ops.demo;

import java.util.HashMap;
import java.util.Map;

/** What has surely flowed into each fund account; the shares of cashback come on top. */
final class Coffers {
    private static final int INCENTIVE_PERCENT = 10;
    private static final int FUND_PERCENT = 20;

    private final Map<String, Long> accounts = new HashMap<>();

    /** What the fund gets of a charge with an incentive. */
    static long shareOfCharge(long amount) {
        return amount * INCENTIVE_PERCENT / 100 * FUND_PERCENT / 100;
    }

    void adds(String account, long amount) {
        accounts.merge(account, amount, Long::sum);
    }

    long in(String account) {
        return accounts.getOrDefault(account, 0L);
    }
}
