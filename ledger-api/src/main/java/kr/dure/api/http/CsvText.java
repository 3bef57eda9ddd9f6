package kr.dure.api.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table of text that goes out (RFC 4180). It begins with a byte order mark, without which spreadsheets take Korean for
 * something else; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class CsvText {
    public static final String TYPE = "text/csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";

    private final Writer text;

    /** What is downloaded as a file of this name. */
    public static OutputStream file(String name, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }

    public CsvText(OutputStream out, String... titles) throws IOException {
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        row(titles);
    }

    /** @param cells as they are: names go through {@link #cell} */
    public void row(String... cells) throws IOException {
        text.write(String.join(",", cells));
        text.write("\r\n");
    }

    public void flush() throws IOException {
        text.flush();
    }

    public static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
