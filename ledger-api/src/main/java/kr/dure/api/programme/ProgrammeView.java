package kr.dure.api.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kr.dure.api.http.Times;
import kr.dure.api.log.Found;
import kr.dure.core.money.Won;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A programme, in won.
 *
 * @param amount of all lines
 * @param left of it
 * @param rates won per kilogram by material
 * @param position up to which what was drawn is counted in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProgrammeView(
        String programme,
        ProgrammeKind kind,
        Basis basis,
        long amount,
        long left,
        List<LineView> lines,
        @Nullable Long ratePerHour,
        @Nullable Long monthlyCap,
        Map<String, Long> rates,
        List<LocalDate> doubleOn,
        @Nullable LocalDate expiresOn,
        OffsetDateTime openedAt,
        long position) {

    /** A line of its budget; the lines are drawn in their order. */
    public record LineView(String line, String payer, long amount, long left) {}

    /** @param left of each line; one that is not there is whole */
    static ProgrammeView of(Found<ProgrammeOpened> opened, Map<String, Long> left, long position) {
        var terms = opened.fact().terms();
        var lines = terms.lines().stream().map(line -> view(line, left)).toList();
        var cap = terms.monthlyCap();
        return new ProgrammeView(
                opened.fact().programme().value(),
                terms.kind(),
                terms.basis(),
                lines.stream().mapToLong(LineView::amount).sum(),
                lines.stream().mapToLong(LineView::left).sum(),
                lines,
                terms.ratePerHour() == 0 ? null : terms.ratePerHour(),
                cap == null ? null : cap.value(),
                new TreeMap<>(terms.rates()),
                List.copyOf(new TreeSet<>(terms.doubleOn())),
                terms.expiresOn(),
                Times.korean(opened.at()),
                position);
    }

    private static LineView view(Terms.Line line, Map<String, Long> left) {
        String name = line.line().value();
        Won amount = line.amount();
        return new LineView(name, line.payer().value(), amount.value(), left.getOrDefault(name, amount.value()));
    }
}
