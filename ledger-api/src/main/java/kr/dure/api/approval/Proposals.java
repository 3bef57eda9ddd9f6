package kr.dure.api.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.approval.Proposal.Decision;
import kr.dure.api.approval.Proposal.Outcome;
import kr.dure.api.http.ApiJson;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All proposals, with their content and what was found when they were looked through. */
public final class Proposals {
    private static final String SELECT = """
            select id, kind, digest, proposed_by, proposed_at, state, refusal,
                decision, decided_by, decided_at, rule, reason, operation, position
            from desk.proposal\s""";

    private final JdbcClient database;
    private final Clock clock;

    public Proposals(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * Keeps a proposal; the same request gives the same one. Of a request that is only tried nothing is kept.
     *
     * @param report what was found when it was looked through, as JSON
     * @return as it was first answered
     * @throws Problem {@code id-reused}
     */
    public <B> Proposal propose(Kind<B> kind, B body, @Nullable Object report, Write write) {
        var content = Content.of(kind.name(), body);
        if (write.rehearsal()) {
            return new Proposal(
                    write.operation(),
                    kind.name(),
                    content.digest(),
                    write.caller(),
                    clock.instant(),
                    State.PROPOSED,
                    null,
                    null);
        }
        database.sql("""
                        insert into desk.proposal
                            (id, kind, content, digest, report, request, proposed_by, proposed_at, state)
                        values (?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, 'proposed') on conflict do nothing""")
                .params(Arrays.asList(
                        write.operation().value(),
                        kind.name(),
                        content.json(),
                        content.digest(),
                        report == null ? null : ApiJson.MAPPER.writeValueAsString(report),
                        write.digest(),
                        write.caller().client(),
                        Times.korean(clock.instant())))
                .update();
        return find(write.operation())
                .filter(kept -> isBy(kept, write))
                .orElseThrow(() -> Problem.of("id-reused"))
                .first();
    }

    private boolean isBy(Proposal kept, Write write) {
        byte[] request = database.sql("select request from desk.proposal where id = ?")
                .param(kept.id().value())
                .query(byte[].class)
                .single();
        return Arrays.equals(request, write.digest());
    }

    public Optional<Proposal> find(OperationId id) {
        return database.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(Proposals::read)
                .optional();
    }

    /** Waits for whoever is about to end it; for use within a transaction. */
    Proposal lock(OperationId id) {
        return database.sql(SELECT + "where id = ? for update")
                .param(id.value())
                .query(Proposals::read)
                .single();
    }

    /** @throws IllegalStateException if it is not what was proposed: somebody has been at the database */
    public <B> B content(Proposal proposal, Class<B> type) {
        String json = text("content", proposal).orElseThrow();
        var content = Content.stored(proposal.kind(), json);
        if (!content.digest().equals(proposal.digest())) {
            throw new IllegalStateException("proposal " + proposal.id() + " is not what was proposed");
        }
        return content.as(type);
    }

    public <R> Optional<R> report(Proposal proposal, Class<R> type) {
        return text("report", proposal).map(json -> ApiJson.MAPPER.readValue(json, type));
    }

    private Optional<String> text(String column, Proposal proposal) {
        return database.sql("select " + column + " from desk.proposal where id = ? and " + column + " is not null")
                .param(proposal.id().value())
                .query(String.class)
                .optional();
    }

    /**
     * One page and one more, the oldest first.
     *
     * @param state one of them, or all
     * @param kind one of them, or all
     * @param caller who sees them: staff all, everybody else their own
     * @param after the last one of the page before, or none
     */
    public List<Proposal> page(@Nullable State state, @Nullable String kind, Caller caller, String after) {
        return database.sql(SELECT + """
                        where (?::text is null or state = ?) and (?::text is null or kind = ?)
                            and (?::text is null or proposed_by = ?)
                            and (proposed_at, id) > (coalesce((select proposed_at from desk.proposal where id = ?),
                                '-infinity'), ?)
                        order by proposed_at, id limit ?""")
                .params(twice(
                        state == null ? null : state.toString(),
                        kind,
                        Proposal.isStaff(caller) ? null : caller.client(),
                        after,
                        Page.SIZE + 1))
                .query(Proposals::read)
                .list();
    }

    private static List<@Nullable Object> twice(
            @Nullable String state, @Nullable String kind, @Nullable String by, String after, int page) {
        return Arrays.asList(state, state, kind, kind, by, by, after, after, page);
    }

    /** What some proposals of one kind say, by their ids. */
    public <B> Map<OperationId, B> contents(List<Proposal> some, Kind<B> kind) {
        String[] ids = some.stream().map(proposal -> proposal.id().value()).toArray(String[]::new);
        Map<OperationId, B> contents = new HashMap<>();
        database.sql("select id, content from desk.proposal where id = any(?) and kind = ?")
                .params(ids, kind.name())
                .query(row -> {
                    var content = Content.stored(kind.name(), row.getString("content"));
                    contents.put(new OperationId(row.getString("id")), content.as(kind.content()));
                });
        return contents;
    }

    public long countOpen(Kind<?> kind, Caller by) {
        return database.sql("""
                        select count(*) from desk.proposal where kind = ? and proposed_by = ? and state = 'proposed'""")
                .params(kind.name(), by.client())
                .query(Long.class)
                .single();
    }

    void refused(OperationId id, @Nullable String refusal) {
        database.sql("update desk.proposal set refusal = ? where id = ? and state = 'proposed'")
                .params(Arrays.asList(refusal, id.value()))
                .update();
    }

    void approved(OperationId id, Attempt attempt, Instant at, Outcome outcome) {
        database.sql("""
                        update desk.proposal set state = 'approved', refusal = null, decision = ?, decided_by = ?,
                            decided_at = ?, operation = ?, position = ? where id = ? and state = 'proposed'""")
                .params(
                        attempt.request().value(),
                        attempt.by().client(),
                        Times.korean(at),
                        outcome.operation().value(),
                        outcome.position(),
                        id.value())
                .update();
    }

    /** What {@link #ended} would make of it. */
    Proposal asIfEnded(Proposal proposal, State state, Grounds grounds, Write write) {
        var decision = new Decision(
                write.operation(), write.caller(), clock.instant(), grounds.rule(), grounds.reason(), null);
        return proposal.ended(state, decision);
    }

    void ended(OperationId id, State state, Grounds grounds, Write write) {
        database.sql("""
                        update desk.proposal set state = ?, decision = ?, decided_by = ?, decided_at = ?, rule = ?,
                            reason = ? where id = ? and state = 'proposed'""")
                .params(Arrays.asList(
                        state.toString(),
                        write.operation().value(),
                        write.caller().client(),
                        Times.korean(clock.instant()),
                        grounds.rule(),
                        grounds.reason(),
                        id.value()))
                .update();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        return new Proposal(
                new OperationId(row.getString("id")),
                row.getString("kind"),
                row.getString("digest"),
                Caller.of(row.getString("proposed_by")).orElseThrow(),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                State.of(row.getString("state")),
                row.getString("refusal"),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String request = row.getString("decision");
        if (request == null) {
            return null;
        }
        String operation = row.getString("operation");
        return new Decision(
                new OperationId(request),
                Caller.of(row.getString("decided_by")).orElseThrow(),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("rule"),
                row.getString("reason"),
                operation == null ? null : new Outcome(new OperationId(operation), row.getLong("position")));
    }
}
