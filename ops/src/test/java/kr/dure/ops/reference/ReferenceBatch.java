package kr.dure.ops.reference;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** What one day's end put aside for merchants. */
final class ReferenceBatch {
    final YearMonth month;

    /** By merchant. What is rejected is in neither. */
    final Map<String, Long> waiting = new HashMap<>();

    final Map<String, Long> paid = new HashMap<>();

    ReferenceBatch(YearMonth month) {
        this.month = month;
    }

    long waitingOrPaid(String merchant) {
        return waiting.getOrDefault(merchant, 0L) + paid.getOrDefault(merchant, 0L);
    }
}
