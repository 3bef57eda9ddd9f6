package kr.dure.torture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what clients were told against what is in the log. */
final class Checker {
    private static final String DECIDED = """
            select operation, encode(digest, 'hex'), position::text, '' from ledger.event where operation = any(?)
            union all
            select operation, encode(digest, 'hex'), code, answer from ledger.refusal where operation = any(?)""";

    private static final String COUNTS = """
            select (select count(*) from ledger.event where operation is not null and position > 1),
                   (select count(*) from ledger.refusal)""";

    /** What must give no row. The first column says what is wrong. */
    private static final String[] NEVER = {"""
        select 'the log goes from position ' || before || ' to ' || position
        from (select position, lag(position, 1, 0::bigint) over (order by position) as before from ledger.event) as log
        where position <> before + 1""", """
        select 'time goes back at position ' || position
        from (select position, at, lag(at) over (order by position) as before from ledger.event) as log
        where at < before""", """
        select 'the epoch goes back at position ' || position || ', from ' || before || ' to ' || epoch
        from (select position, epoch, lag(epoch) over (order by position) as before from ledger.event) as log
        where epoch < before""", """
        select stream || ' has ' || count(*) || ' events, numbered ' || min(sequence) || ' to ' || max(sequence)
        from ledger.event group by stream having min(sequence) <> 0 or count(*) <> max(sequence) + 1""", """
        select 'operation ' || operation || ' was answered ' || count(*) || ' times'
        from (select operation from ledger.event where operation is not null
              union all select operation from ledger.refusal) as answered
        group by operation having count(*) > 1""", """
        select 'the postings of ' || position || ' sum to ' || sum(amount) || ' ' || unit
        from read.posting group by position, unit having sum(amount) <> 0""", """
        select account || ' has postings of ' || coalesce(posted.amount, 0) || ' and a balance of '
            || coalesce(balance.amount, 0) || ' ' || unit
        from (select account, unit, sum(amount) as amount from read.posting group by account, unit) as posted
             full join read.balance using (account, unit)
        where coalesce(posted.amount, 0) <> coalesce(balance.amount, 0)"""};

    private final Violations violations;

    Checker(Violations violations) {
        this.violations = violations;
    }

    /** Each of these answers is in the log, once, as it was given. */
    void answers(Connection connection, List<Told> page) throws SQLException {
        Map<String, Told> decided = new HashMap<>();
        try (var query = connection.prepareStatement(DECIDED)) {
            var ids =
                    connection.createArrayOf("text", page.stream().map(Told::id).toArray());
            query.setArray(1, ids);
            query.setArray(2, ids);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var told = new Told(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                    if (decided.put(told.id(), told) != null) {
                        violations.add("operation " + told.id() + " is in the log twice");
                    }
                }
            }
        }
        for (Told told : page) {
            var found = decided.get(told.id());
            if (found == null) {
                violations.add("operation " + told.id() + " was " + told + ", and is not in the log");
            } else if (!found.equals(told)) {
                violations.add("operation " + told.id() + " was " + told + ", and the log says " + found);
            }
        }
    }

    /** There is nothing in the log but what somebody was told. */
    void nothingElse(Connection connection, long answers) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            long decided = row.getLong(1) + row.getLong(2);
            if (decided != answers) {
                violations.add("the log holds " + decided + " operations, and clients were told of " + answers);
            }
        }
    }

    void order(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : NEVER) {
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        violations.add(rows.getString(1));
                    }
                }
            }
        }
    }
}
