package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dure.api.projection.Fact;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Posting;

/** The journal, read along the log: each event's postings line by line. */
final class PostingTable implements AutoCloseable {
    private final Differences differences;
    private final Snapshot.Cursor rows;
    private boolean more;

    PostingTable(Snapshot snapshot, Differences differences) throws SQLException {
        this.differences = differences;
        this.rows =
                snapshot.cursor("select position, line, account, unit, amount from posting order by position, line");
        this.more = rows.next();
    }

    void compare(Fact fact) throws SQLException {
        surplusBefore(fact.position());
        List<String> expected = new ArrayList<>(fact.postings().size());
        for (Posting posting : fact.postings()) {
            expected.add(expected.size() + ": " + InUnit.of(posting) + " " + posting.amount());
        }
        List<String> found = new ArrayList<>(expected.size());
        while (more && rows.row().getLong(1) == fact.position()) {
            found.add(text(rows.row()));
            more = rows.next();
        }
        differences.compare("postings, position " + fact.position(), expected, found);
        differences.checked("postings", expected.size());
    }

    /** What stands in the journal and in no event. */
    void end() throws SQLException {
        surplusBefore(Long.MAX_VALUE);
    }

    private void surplusBefore(long position) throws SQLException {
        while (more && rows.row().getLong(1) < position) {
            differences.compare("postings, position " + rows.row().getLong(1), null, text(rows.row()));
            more = rows.next();
        }
    }

    private static String text(ResultSet row) throws SQLException {
        return row.getInt(2) + ": " + new InUnit(row.getString(3), row.getString(4)) + " " + row.getLong(5);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
