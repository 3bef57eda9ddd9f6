package kr.dure.api.programme;

import static kr.dure.api.http.CsvText.cell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dure.api.http.CsvText;
import kr.dure.api.http.ProblemTexts;
import kr.dure.api.programme.BatchKind.Row;
import kr.dure.api.programme.BatchReport.RowProblem;

/** A batch as a table of text, with what is wrong with each row: it is repaired there, and proposed anew. */
final class BatchCsv {
    private BatchCsv() {}

    /** @param column what a row's value is, as a title */
    static void write(String name, String column, Stream<Row> rows, BatchReport report, HttpServletResponse response)
            throws IOException {
        var text = new CsvText(CsvText.file(name + ".csv", response), "번호", "지갑", column, "코드", "문제");
        Map<Integer, String> problems =
                report.problems().stream().collect(Collectors.toMap(RowProblem::row, RowProblem::code));
        int number = 0;
        for (Row row : (Iterable<Row>) rows::iterator) {
            String code = problems.get(++number);
            text.row(
                    Integer.toString(number),
                    cell(row.wallet().value()),
                    Long.toString(row.value()),
                    code == null ? "" : code,
                    code == null ? "" : cell(ProblemTexts.of(code).korean()));
        }
        text.flush();
    }
}
