package kr.dure.core.wallet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;

/** Money that a terminal reserved: its parts keep the order of spending. */
record Hold(OperationId id, MerchantId merchant, Won amount, List<PotUse> parts, Instant lapsesAt) {
    /** Which of the reserved pots give a captured amount, in their order. */
    List<PotUse> first(Won captured) {
        List<PotUse> uses = new ArrayList<>(parts.size());
        Won missing = captured;
        for (PotUse part : parts) {
            Won taken = part.amount().min(missing);
            if (taken.isPositive()) {
                uses.add(PotUse.of(part.pot(), part.kind(), taken));
                missing = missing.minus(taken);
            }
        }
        return uses;
    }
}
