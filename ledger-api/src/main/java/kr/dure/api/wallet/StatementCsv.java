package kr.dure.api.wallet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kr.dure.core.id.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a table of text (RFC 4180), page by page, whatever its length. It begins with a byte order mark, without
 * which spreadsheets take Korean for something else; a cell that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
final class StatementCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String TITLES = "일시,구분,거래번호,상대,금액(원),잔액(원),원장 위치\r\n";
    private static final String FORMULA = "=+-@\t\r";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final StatementQuery statements;

    StatementCsv(StatementQuery statements) {
        this.statements = statements;
    }

    void write(WalletId wallet, LocalDate from, LocalDate to, OutputStream out) throws IOException, SQLException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        text.write(TITLES);
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

    private static void write(Statement.Line line, Writer text) throws IOException {
        text.write(String.join(
                ",",
                TIME.format(line.at()),
                line.kind().korean(),
                cell(line.id()),
                cell(line.with()),
                Long.toString(line.amount()),
                Long.toString(line.balance()),
                Long.toString(line.position())));
        text.write("\r\n");
    }

    private static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
