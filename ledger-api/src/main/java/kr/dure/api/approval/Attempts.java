package kr.dure.api.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.approval.Attempt.End;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All attempts, so that none is forgotten whoever dies; at most one of a proposal is open. */
public final class Attempts {
    private static final String SELECT =
            "select request, digest, proposal, number, approved_by, outcome, refusal from desk.approval ";

    private final JdbcClient database;
    private final Clock clock;

    public Attempts(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    Optional<Attempt> of(OperationId request) {
        return database.sql(SELECT + "where request = ?")
                .param(request.value())
                .query(Attempts::read)
                .optional();
    }

    Optional<Attempt> open(Proposal proposal) {
        return database.sql(SELECT + "where proposal = ? and outcome = 'open'")
                .param(proposal.id().value())
                .query(Attempts::read)
                .optional();
    }

    /** The next one; for use within a transaction that has locked the proposal. */
    Attempt begin(Proposal proposal, Write write) {
        database.sql("""
                        insert into desk.approval (request, digest, proposal, number, approved_by, approved_at, outcome)
                        select ?, ?, ?, 1 + count(*), ?, ?, 'open' from desk.approval where proposal = ?""")
                .params(
                        write.operation().value(),
                        write.digest(),
                        proposal.id().value(),
                        write.caller().client(),
                        Times.korean(clock.instant()),
                        proposal.id().value())
                .update();
        return of(write.operation()).orElseThrow();
    }

    void end(Attempt attempt, End end, @Nullable String refusal) {
        database.sql("update desk.approval set outcome = ?, refusal = ? where request = ? and outcome = 'open'")
                .params(Arrays.asList(
                        end.name().toLowerCase(Locale.ROOT),
                        refusal,
                        attempt.request().value()))
                .update();
    }

    private static Attempt read(ResultSet row, int number) throws SQLException {
        return new Attempt(
                new OperationId(row.getString("request")),
                row.getBytes("digest"),
                new OperationId(row.getString("proposal")),
                row.getInt("number"),
                Caller.of(row.getString("approved_by")).orElseThrow(),
                End.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("refusal"));
    }
}
