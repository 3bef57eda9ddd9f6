package kr.dure.ops.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One programme and its budget. */
final class ReferenceProgramme {
    /** How a programme is opened; what another kind would need is there too, or null, and nobody looks at it. */
    record Terms(
            String kind,
            Long ratePerHour,
            Long monthlyCap,
            Map<String, Long> rates,
            List<LocalDate> doubleOn,
            LocalDate expiresOn) {}

    final Terms terms;

    /** What is left of each budget line, in the order in which they are drawn. */
    final Map<String, Long> lines;

    long drawn;

    /** What a wallet was paid in a month. */
    record WalletMonth(String wallet, YearMonth month) {}

    final Map<WalletMonth, Long> payouts = new HashMap<>();

    ReferenceProgramme(Terms terms, Map<String, Long> lines) {
        this.terms = terms;
        this.lines = new LinkedHashMap<>(lines);
    }

    long left() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    void draw(long amount) {
        long toDraw = amount;
        for (Map.Entry<String, Long> line : lines.entrySet()) {
            long here = Math.min(toDraw, line.getValue());
            line.setValue(line.getValue() - here);
            toDraw -= here;
        }
        if (toDraw != 0) {
            throw new IllegalStateException("drawn beyond the budget: " + toDraw);
        }
        drawn += amount;
    }
}
