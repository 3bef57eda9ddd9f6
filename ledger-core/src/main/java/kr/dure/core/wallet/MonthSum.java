package kr.dure.core.wallet;

import java.time.YearMonth;
import kr.dure.core.money.Won;

/** A sum that starts anew each calendar month (KST). */
record MonthSum(YearMonth month, Won sum) {
    static final MonthSum NONE = new MonthSum(YearMonth.of(1970, 1), Won.ZERO);

    Won in(YearMonth asked) {
        return month.equals(asked) ? sum : Won.ZERO;
    }

    MonthSum plus(YearMonth when, Won amount) {
        return new MonthSum(when, in(when).plus(amount));
    }
}
