package kr.dure.api.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dure.api.http.Times;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a batch was looked through, in won.
 *
 * @param total that it would pay
 * @param left of the programme's budget
 * @param ready whether the ledger would have taken it then
 * @param refusal what is wrong with the batch as a whole
 * @param problems what is wrong with its rows, every one of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchReport(
        int rows,
        long total,
        long left,
        boolean ready,
        @Nullable String refusal,
        List<RowProblem> problems,
        OffsetDateTime checkedAt) {
    public BatchReport {
        checkedAt = Times.korean(checkedAt.toInstant());
    }

    /** @param row the first is 1; titles do not count */
    public record RowProblem(int row, String wallet, String code) {}
}
