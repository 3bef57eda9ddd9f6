package kr.dure.api.wallet;

import kr.dure.api.http.Problem;

/**
 * Where a page of a statement ended.
 *
 * @param balance right after its last line
 */
record StatementCursor(long position, long balance) {
    static StatementCursor parse(String text) {
        if (!text.matches("\\d{1,18}\\.-?\\d{1,18}")) {
            throw Problem.invalid("cursor", "is one that a page before gave as next");
        }
        int dot = text.indexOf('.');
        return new StatementCursor(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    String text() {
        return position + "." + balance;
    }
}
