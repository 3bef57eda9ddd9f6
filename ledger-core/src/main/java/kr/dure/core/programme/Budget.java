package kr.dure.core.programme;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.account.Account;
import kr.dure.core.account.Balances;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.money.Won;

/** What a programme's lines hold at one decision, to be drawn from in order by as many payouts as the decision makes. */
public final class Budget {
    private final List<Draw> lines = new ArrayList<>();
    private Won left = Won.ZERO;

    public Budget(ProgrammeId programme, Terms terms, Balances balances) {
        for (var line : terms.lines()) {
            Won held = balances.won(Account.budget(programme, line.line()));
            lines.add(new Draw(line.line(), held));
            left = left.plus(held);
        }
    }

    public Won left() {
        return left;
    }

    /** Draws an amount that {@link #left} covers. */
    public List<Draw> draw(Won amount) {
        List<Draw> draws = new ArrayList<>(1);
        Won missing = amount;
        for (int i = 0; i < lines.size() && missing.isPositive(); i++) {
            var line = lines.get(i);
            Won taken = line.amount().min(missing);
            if (taken.isPositive()) {
                draws.add(new Draw(line.line(), taken));
                lines.set(i, new Draw(line.line(), line.amount().minus(taken)));
                missing = missing.minus(taken);
            }
        }
        if (missing.isPositive()) {
            throw new IllegalStateException("drew " + missing + " more than the budget holds");
        }
        left = left.minus(amount);
        return draws;
    }
}
