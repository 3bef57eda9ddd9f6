package kr.dure.api.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import kr.dure.api.audit.JournalFold.Balance;
import kr.dure.api.journal.AccountClass;
import kr.dure.core.money.Unit;

/**
 * What holds at every moment: each unit adds up to zero; nothing is on its way between operations; liabilities = money
 * on the operating account + what payers owe; nobody has less than nothing.
 */
final class TrialBalance {
    private static final Set<String> NEVER_BELOW_ZERO =
            Set.of("wallet", "hold", "points", "merchant", "settlement", "budget", "expired", "conversion", "bags");

    private final Differences differences;
    private final Map<Unit, Long> sums = new EnumMap<>(Unit.class);
    private long liabilities;
    private long assets;

    TrialBalance(Differences differences) {
        this.differences = differences;
    }

    void check(Map<InUnit, Balance> balances) {
        balances.forEach((account, balance) -> check(account, balance.amount()));
        for (Unit unit : Unit.values()) {
            differences.compare("the trial balance in " + unit, 0L, sums.getOrDefault(unit, 0L));
        }
        if (liabilities != assets) {
            differences.add("liabilities are " + liabilities
                    + " KRW, money on the operating account and what payers owe " + assets + " KRW");
        }
        differences.checked("trial balance", balances.size());
    }

    private void check(InUnit account, long amount) {
        String kind = AccountClass.of(account.account());
        var unit = Unit.valueOf(account.unit());
        sums.merge(unit, amount, Math::addExact);
        if (kind.equals("transit") && amount != 0) {
            differences.add(account + " still holds " + amount);
        }
        if (NEVER_BELOW_ZERO.contains(kind) && amount < 0) {
            differences.add(account + " is below zero: " + amount);
        }
        if (unit == Unit.KRW) {
            add(account, kind, amount);
        }
    }

    private void add(InUnit account, String kind, long amount) {
        if (AccountClass.ASSETS.contains(kind)) {
            assets = Math.subtractExact(assets, amount);
        } else if (AccountClass.LIABILITIES.contains(kind)) {
            liabilities = Math.addExact(liabilities, amount);
        } else {
            differences.add(account + " is of no known class, and holds " + amount);
        }
    }
}
