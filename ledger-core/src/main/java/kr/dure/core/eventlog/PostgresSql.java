package kr.dure.core.eventlog;

/** The statements of {@link PostgresLog}. Keys come as arrays: one plan and one round trip, however many there are. */
final class PostgresSql {
    private PostgresSql() {}

    private static final String EVENT = "e.position, e.at, e.type, e.revision, e.stream, e.sequence, e.operation,"
            + " e.digest, e.subject, e.payload";

    // ------------------------------------------------------------------------------------------------- the lease

    /** What must be held by the session of the writer: one lock in each database, {@code "dure"} in ASCII. */
    private static final long LEASE_LOCK = 0x64757265L;

    /**
     * Lets the server end the session if its client stops answering, or says nothing for a while: the lock goes with it.
     * Plans are made once, since the values in arrays make no difference to them. Tells which session it is.
     */
    static final String OPEN_SESSION = """
            select set_config('application_name', 'dure writer', false),
                   set_config('idle_session_timeout', ?, false),
                   set_config('tcp_keepalives_idle', '3', false),
                   set_config('tcp_keepalives_interval', '2', false),
                   set_config('tcp_keepalives_count', '3', false),
                   set_config('plan_cache_mode', 'force_generic_plan', false),
                   pid, backend_start::text
            from pg_stat_activity where pid = pg_backend_pid()
            """;

    /** Ends a session of ours that nobody listens to any more, and waits for its end; no stranger with its number. */
    static final String END_SESSION = """
            select pg_terminate_backend(pid, 5000)
            from pg_stat_activity where pid = ? and backend_start = ?::timestamptz
            """;

    static final String LOCK = "select pg_try_advisory_lock(" + LEASE_LOCK + ")";
    static final String UNLOCK = "select pg_advisory_unlock_all()";

    /** Waits for an append of the last holder that is still under way: that holds the row for share. */
    static final String NEXT_EPOCH =
            "update ledger.lease set epoch = epoch + 1, holder = ?, since = now() returning epoch";

    static final String LEASE = "select epoch, coalesce(holder, 'another node') from ledger.lease";

    /** With whether some session has the lock, as PostgreSQL shows a lock of one number: in two halves, and a 1. */
    static final String LEASE_NOW = """
            select epoch, coalesce(holder, 'another node'), exists (
                select from pg_locks
                where locktype = 'advisory' and granted and classid = 0 and objsubid = 1
                  and database = (select oid from pg_database where datname = current_database())
                  and objid in (""" + LEASE_LOCK + ")) from ledger.lease";

    static final String GIVE_BACK = "update ledger.lease set holder = null, since = now() where epoch = ?";

    // ------------------------------------------------------------------------------------------------- appending

    private static final String FENCED_EVENTS = """
            with held as materialized (
                select epoch from ledger.lease where epoch = ? for share
            ), following as materialized (
                select held.epoch from held, (values (?::bigint)) as last(position)
                where last.position = 0
                   or exists (select from ledger.event where event.position = last.position)
            ), events as (
                insert into ledger.event
                    (position, at, sequence, epoch, revision, type, stream, operation, digest, subject, payload)
                select e.position, e.at, e.sequence, following.epoch,
                       e.revision, e.type, e.stream, e.operation, e.digest, e.subject, e.payload
                from following,
                     unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[],
                            ?::bytea[], ?::text[], ?::text[])
                     as e(position, at, sequence, revision, type, stream, operation, digest, subject, payload)
            )
            """;

    private static final String OTHERS = """
            , refusals as (
                insert into ledger.refusal (at, epoch, operation, digest, code, answer)
                select r.at, following.epoch, r.operation, r.digest, r.code, r.answer
                from following,
                     unnest(?::bigint[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                     as r(at, operation, digest, code, answer)
            ), people as (
                insert into vault.person (person, wrapped_key, sealed)
                select p.person, p.wrapped_key, p.sealed
                from following, unnest(?::text[], ?::bytea[], ?::bytea[]) as p(person, wrapped_key, sealed)
            )
            """;

    private static final String VERDICT = """
            select exists (select from held), exists (select from following)
            """;

    /**
     * Fence, check and all inserts, as one statement that commits by itself: one round trip. Nothing is inserted unless
     * the lease still has the epoch, which the lock keeps so until the commit, and unless the events follow the head.
     */
    static final String APPEND = FENCED_EVENTS + OTHERS + VERDICT;

    /** The same of events alone: a statement opens every table that it names, which takes time where there is little else to do. */
    static final String APPEND_EVENTS = FENCED_EVENTS + VERDICT;

    /** Two snapshots of one stream cannot be in the same statement. */
    static final String KEEP = """
            insert into ledger.snapshot as kept (stream, sequence, form, state)
            select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
            on conflict (stream) do update
                set sequence = excluded.sequence, form = excluded.form, state = excluded.state
                where kept.sequence <= excluded.sequence
            """;

    // ------------------------------------------------------------------------------------------------- reading

    static final String HEAD = "select coalesce(max(position), 0) from ledger.event";

    /** Time never goes back along the log, so the last event is the latest. */
    static final String LATEST_TIME = """
            select coalesce(greatest(
                (select at from ledger.event order by position desc limit 1),
                (select max(at) from ledger.refusal)), 0)
            """;

    static final String READ =
            "select " + EVENT + " from ledger.event e where e.position > ? order by e.position limit ?";

    /** Two results in one round trip. */
    static final String ANSWERED = "select " + EVENT + " from ledger.event e where e.operation = any(?);"
            + " select operation, digest, at, code, answer from ledger.refusal where operation = any(?)";

    /** An operation is in one of the two, and both have an index on it. */
    static final String OPERATIONS_AFTER = """
            (select operation from ledger.event where operation > ? order by operation limit 10000)
            union all
            (select operation from ledger.refusal where operation > ? order by operation limit 10000)
            order by operation limit 10000
            """;

    static final String LATEST_ON = "select " + EVENT + """
             from unnest(?::text[]) as wanted(subject) cross join lateral (
                select * from ledger.event where event.subject = wanted.subject order by position desc limit 1
            ) as e
            """;

    static final String SNAPSHOTS = "select stream, sequence, form, state from ledger.snapshot where stream = any(?)";

    /** The order inside keeps the planner from joining sideways: each stream is one short walk along the index. */
    static final String TAILS = "select " + EVENT + """
             from unnest(?::text[], ?::bigint[]) as wanted(stream, after) cross join lateral (
                select * from ledger.event
                where event.stream = wanted.stream and event.sequence > wanted.after
                order by event.sequence
            ) as e
            """;

    static final String STREAM = "select " + EVENT
            + " from ledger.event e where e.stream = ? and e.sequence > ? order by e.sequence limit ?";

    static final String PEOPLE = "select person, wrapped_key, sealed from vault.person where person = any(?)";
}
