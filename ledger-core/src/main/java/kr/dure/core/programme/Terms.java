package kr.dure.core.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.Payer;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/**
 * What a programme was opened with.
 *
 * @param lines at least one, named apart, drawn in this order
 * @param ratePerHour of a participation programme, in won; 0 for the others
 * @param monthlyCap what one wallet may be paid in a month, or none
 * @param rates of a clean-house programme: won per kilogram by material
 * @param doubleOn days on which the rates count twice
 * @param expiresOn the last day of policy money, or none
 */
public record Terms(
        ProgrammeKind kind,
        Basis basis,
        List<Line> lines,
        long ratePerHour,
        @Nullable Won monthlyCap,
        Map<String, Long> rates,
        Set<LocalDate> doubleOn,
        @Nullable LocalDate expiresOn) {

    public record Line(BudgetLine line, Payer payer, Won amount) {}
}
