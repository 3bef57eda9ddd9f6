package kr.dure.api.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kr.dure.api.http.Amount;
import kr.dure.api.http.Count;
import kr.dure.api.http.FieldError;
import kr.dure.api.http.Problem;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.Names;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.money.Won;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A programme to open. Fields of another kind of programme may be there, and do not count.
 *
 * @param lines at least one, named apart, drawn in this order
 * @param ratePerHour of a participation programme, in won; must be there
 * @param monthlyCap what one wallet may be paid in a month
 * @param rates of a clean-house programme: won per kilogram by material, at least one
 * @param doubleOn days on which the rates count twice
 * @param expiresOn the last day of policy money
 */
public record NewProgramme(
        ProgrammeId programme,
        ProgrammeKind kind,
        Basis basis,
        List<NewLine> lines,
        @Nullable Count ratePerHour,
        @Nullable Amount monthlyCap,
        @Nullable Map<String, Count> rates,
        @Nullable List<LocalDate> doubleOn,
        @Nullable LocalDate expiresOn) {
    private static final int MOST = 10_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    /** A line of its budget. */
    public record NewLine(BudgetLine line, Payer payer, Amount amount) {}

    /** @throws Problem naming each field that is missing, too much or not apart from another */
    Terms terms() {
        List<FieldError> errors = new ArrayList<>();
        checkLines(errors);
        checkRates(errors);
        checkDays(errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Terms(
                kind,
                basis,
                lines.stream()
                        .map(line -> new Terms.Line(
                                line.line(), line.payer(), line.amount().won()))
                        .toList(),
                ratePerHour == null ? 0 : ratePerHour.value(),
                monthlyCap == null ? null : Won.of(monthlyCap.value()),
                ratesByName(),
                doubleOn == null ? Set.of() : new TreeSet<>(doubleOn),
                expiresOn);
    }

    private Map<String, Long> ratesByName() {
        Map<String, Long> byName = new TreeMap<>();
        if (rates != null) {
            rates.forEach((material, rate) -> byName.put(material, rate.value()));
        }
        return byName;
    }

    private void checkLines(List<FieldError> errors) {
        Set<BudgetLine> names = new HashSet<>();
        if (lines.isEmpty() || lines.size() > MOST) {
            errors.add(new FieldError("/lines", "are 1 to " + MOST));
        } else if (!lines.stream().allMatch(line -> names.add(line.line()))) {
            errors.add(new FieldError("/lines", "are named apart"));
        }
    }

    private void checkRates(List<FieldError> errors) {
        if (kind == ProgrammeKind.PARTICIPATION && ratePerHour == null) {
            errors.add(new FieldError("/ratePerHour", "is missing"));
        }
        if (kind == ProgrammeKind.CLEAN_HOUSE && rates == null) {
            errors.add(new FieldError("/rates", "is missing"));
        }
        if (rates != null && (rates.isEmpty() || rates.size() > MOST)) {
            errors.add(new FieldError("/rates", "are 1 to " + MOST));
        }
        if (rates != null && rates.entrySet().stream().anyMatch(NewProgramme::isUnfit)) {
            errors.add(new FieldError("/rates", "are won per kilogram by material"));
        }
    }

    private static boolean isUnfit(Map.Entry<String, @Nullable Count> rate) {
        return !Names.isName(rate.getKey()) || rate.getValue() == null;
    }

    private void checkDays(List<FieldError> errors) {
        if (doubleOn != null && (doubleOn.size() > MOST || !doubleOn.stream().allMatch(NewProgramme::isDay))) {
            errors.add(new FieldError("/doubleOn", "are days from " + FIRST_YEAR + " to " + LAST_YEAR));
        }
        if (expiresOn != null && !isDay(expiresOn)) {
            errors.add(new FieldError("/expiresOn", "is a day from " + FIRST_YEAR + " to " + LAST_YEAR));
        }
    }

    private static boolean isDay(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
