package kr.dure.core.wallet;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;

/** The incentives of a wallet while one decision gives back several parts of them, one after the other. */
final class Incentives {
    private final Map<OperationId, Incentive> current = new HashMap<>();
    private final Map<OperationId, Incentive> before;

    Incentives(Map<OperationId, Incentive> before) {
        this.before = before;
    }

    GoneBack giveBack(OperationId of, Won amount) {
        return after(incentive(of).giveBack(amount));
    }

    GoneBack giveBackCashback(OperationId of, Won amount) {
        return after(incentive(of).giveBackCashback(amount));
    }

    private Incentive incentive(OperationId of) {
        return current.computeIfAbsent(of, id -> requireNonNull(before.get(id)));
    }

    private GoneBack after(GoneBack back) {
        current.computeIfPresent(back.incentive(), (of, incentive) -> incentive.after(back));
        return back;
    }
}
