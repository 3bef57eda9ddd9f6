package kr.dure.core.eventlog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import kr.dure.core.eventlog.PostgresRows.Columns;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.SealedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log in PostgreSQL. Readings take connections as they need them, from any thread; the lease and all appends have
 * one connection of their own, from the taking of the lease on. Every method throws {@link LogUnavailable} while the
 * database cannot be reached, and works again when it can.
 */
public final class PostgresLog implements LogStore, AutoCloseable {
    static final Logger LOG = LoggerFactory.getLogger(PostgresLog.class);
    /** After so much silence another node takes the lease. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int PAGE = 5_000;

    private final DataSource reading;
    private final PostgresLease lease;

    /**
     * @param reading for many short readings: a pool, over the same server, not a replica of it
     * @param appending for one connection that stays open: no pool, and no proxy that shares sessions
     */
    public PostgresLog(DataSource reading, DataSource appending) {
        this(reading, appending, SILENCE);
    }

    /** @param silence after which a holder of the lease loses it; it speaks five times in that time */
    public PostgresLog(DataSource reading, DataSource appending, Duration silence) {
        this(reading, appending, PostgresLease.Rhythm.of(silence));
    }

    PostgresLog(DataSource reading, DataSource appending, PostgresLease.Rhythm rhythm) {
        this.reading = reading;
        this.lease = new PostgresLease(appending, rhythm);
    }

    @Override
    public long takeLease(String holder) {
        return lease.take(holder);
    }

    @Override
    public Lease lease() {
        return list(
                        PostgresSql.LEASE_NOW,
                        query -> {},
                        row -> new Lease(row.getLong(1), row.getBoolean(3) ? row.getString(2) : null))
                .getFirst();
    }

    @Override
    public void releaseLease() {
        lease.giveBack();
    }

    @Override
    public void append(LogBatch batch, long epoch) {
        lease.append(batch, epoch);
    }

    @Override
    public long head() {
        return one(PostgresSql.HEAD);
    }

    @Override
    public Instant latestTime() {
        return PostgresRows.instant(one(PostgresSql.LATEST_TIME));
    }

    @Override
    public List<StoredEvent> read(long after, int limit) {
        return list(
                PostgresSql.READ,
                query -> {
                    query.setLong(1, after);
                    query.setInt(2, limit);
                },
                PostgresRows::event);
    }

    @Override
    public Answered answered(Collection<String> operations) {
        if (operations.isEmpty()) {
            return Answered.NOTHING;
        }
        var ids = List.copyOf(operations);
        return ask(PostgresSql.ANSWERED, query -> {
            var columns = new Columns(query, 1);
            columns.texts(ids, id -> id);
            columns.texts(ids, id -> id);
            query.execute();
            var accepted = rows(query.getResultSet(), PostgresRows::event);
            query.getMoreResults();
            var refused = rows(query.getResultSet(), PostgresRows::refusal);
            return new Answered(
                    index(accepted, event -> String.valueOf(event.operation())),
                    index(refused, StoredRefusal::operation));
        });
    }

    @Override
    public List<String> operationsAfter(String id) {
        return list(
                PostgresSql.OPERATIONS_AFTER,
                query -> {
                    query.setString(1, id);
                    query.setString(2, id);
                },
                row -> row.getString(1));
    }

    @Override
    public Map<String, StoredEvent> latestOn(Collection<String> subjects) {
        var found = byKeys(PostgresSql.LATEST_ON, subjects, PostgresRows::event);
        return index(found, event -> String.valueOf(event.subject()));
    }

    /** In two round trips: what is appended between them belongs to the tails all the same. */
    @Override
    public Map<String, StreamTail> streams(Collection<String> streams) {
        var snapshots = index(byKeys(PostgresSql.SNAPSHOTS, streams, PostgresRows::snapshot), StoredSnapshot::stream);
        Map<String, List<StoredEvent>> events = new HashMap<>();
        for (StoredEvent event : tails(List.copyOf(streams), snapshots)) {
            events.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
        }
        Map<String, StreamTail> tails = new HashMap<>();
        events.forEach((stream, tail) -> tails.put(stream, new StreamTail(snapshots.get(stream), tail)));
        snapshots.forEach((stream, snapshot) -> tails.putIfAbsent(stream, new StreamTail(snapshot, List.of())));
        return tails;
    }

    private List<StoredEvent> tails(List<String> streams, Map<String, StoredSnapshot> snapshots) {
        if (streams.isEmpty()) {
            return List.of();
        }
        return list(
                PostgresSql.TAILS,
                query -> {
                    var columns = new Columns(query, 1);
                    columns.texts(streams, stream -> stream);
                    columns.longs(streams, stream -> {
                        var snapshot = snapshots.get(stream);
                        return snapshot == null ? -1L : snapshot.sequence();
                    });
                },
                PostgresRows::event);
    }

    @Override
    public List<StoredEvent> wholeStream(String stream) {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page;
        do {
            long after = all.isEmpty() ? -1 : all.getLast().sequence();
            page = list(
                    PostgresSql.STREAM,
                    query -> {
                        query.setString(1, stream);
                        query.setLong(2, after);
                        query.setInt(3, PAGE);
                    },
                    PostgresRows::event);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    @Override
    public void keep(Collection<StoredSnapshot> snapshots) {
        // One of each stream, and all writers of snapshots in the same order, so that none waits for another in a
        // circle.
        Map<String, StoredSnapshot> newest = new TreeMap<>();
        for (StoredSnapshot snapshot : snapshots) {
            newest.merge(snapshot.stream(), snapshot, (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
        ask(PostgresSql.KEEP, query -> {
            PostgresRows.bind(query, List.copyOf(newest.values()));
            return query.executeUpdate();
        });
    }

    @Override
    public Map<PersonId, SealedPerson> people(Collection<PersonId> people) {
        var names = people.stream().map(PersonId::value).toList();
        return index(byKeys(PostgresSql.PEOPLE, names, PostgresRows::person), SealedPerson::person);
    }

    /** Gives the lease back. The data sources are the caller's. */
    @Override
    public void close() {
        lease.close();
    }

    // ---------------------------------------------------------------------------------------------------- asking

    private long one(String sql) {
        return list(sql, query -> {}, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> byKeys(String sql, Collection<String> keys, Mapper<T> mapper) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return list(sql, query -> new Columns(query, 1).texts(List.copyOf(keys), key -> key), mapper);
    }

    private <T> List<T> list(String sql, Binder binder, Mapper<T> mapper) {
        return ask(sql, query -> {
            binder.bind(query);
            return rows(query.executeQuery(), mapper);
        });
    }

    private static <T> List<T> rows(ResultSet result, Mapper<T> mapper) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (result) {
            while (result.next()) {
                rows.add(mapper.map(result));
            }
        }
        return rows;
    }

    /** Asks nothing while an append may still be under way whose outcome nobody knows: the answer could change. */
    private <T> T ask(String sql, Question<T> question) {
        lease.settle();
        try (var connection = reading.getConnection();
                var query = connection.prepareStatement(sql)) {
            return question.ask(query);
        } catch (SQLException failure) {
            throw new LogUnavailable(PostgresFailure.line(failure), failure);
        }
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        Map<K, V> index = HashMap.newHashMap(values.size());
        values.forEach(value -> index.put(key.apply(value), value));
        return index;
    }

    private interface Question<T> {
        T ask(PreparedStatement query) throws SQLException;
    }

    private interface Binder {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
