package kr.dure.api.http;

import java.util.List;
import kr.dure.api.access.Role;

/**
 * A table of text that somebody sends (RFC 4180): UTF-8 with or without a byte order mark, lines that end in CRLF or LF,
 * fields that may be quoted. Empty lines do not count.
 *
 * @param columns as the first row names them
 * @param rows the others, of whatever length
 */
@Large(from = Role.OFFICER)
public record CsvTable(List<String> columns, List<List<String>> rows) {}
