package kr.dure.api.wallet;

import static kr.dure.api.http.CsvText.cell;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kr.dure.api.http.CsvText;
import kr.dure.core.id.WalletId;

/** A statement as a table of text, page by page, whatever its length. */
final class StatementCsv {
    private static final String[] TITLES = {"일시", "구분", "거래번호", "상대", "금액(원)", "잔액(원)", "원장 위치"};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final StatementQuery statements;

    StatementCsv(StatementQuery statements) {
        this.statements = statements;
    }

    void write(WalletId wallet, LocalDate from, LocalDate to, OutputStream out) throws IOException, SQLException {
        var text = new CsvText(out, TITLES);
        StatementCursor cursor = null;
        do {
            var page = statements.page(wallet, from, to, cursor);
            for (var line : page.lines()) {
                write(line, text);
            }
            cursor = page.next() == null ? null : StatementCursor.parse(page.next());
        } while (cursor != null);
        text.flush();
    }

    private static void write(Statement.Line line, CsvText text) throws IOException {
        text.row(
                TIME.format(line.at()),
                line.kind().korean(),
                cell(line.id()),
                cell(line.with()),
                Long.toString(line.amount()),
                Long.toString(line.balance()),
                Long.toString(line.position()));
    }
}
